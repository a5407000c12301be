package io.crossdock.query.http;

import io.crossdock.contract.AuditEntry;

/** What concerns every task: written to each partition of {@code operator.audit}. */
public final class Everywhere {

    private final OperatorLog log;
    private final int partitions;

    /** Over a log of so many partitions. */
    public Everywhere(OperatorLog log, int partitions) {
        this.log = log;
        this.partitions = partitions;
    }

    /**
     * Returns once every partition has it.
     *
     * @throws io.crossdock.query.NotReadyException if one of them cannot be written now
     */
    public void write(AuditEntry entry) {
        for (int partition = 0; partition < partitions; partition++) {
            log.write(partition, entry);
        }
    }
}
