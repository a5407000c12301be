package io.crossdock.query.http;

import io.crossdock.contract.AuditEntry;

/** Takes down what people did, for whoever has to do it and for whoever asks later. */
public interface OperatorLog {

    /**
     * Returns once the entry is safe.
     *
     * @param partition of what it concerns
     * @throws io.crossdock.query.NotReadyException if it cannot be written now
     */
    void write(int partition, AuditEntry entry);
}
