package io.crossdock.reference;

import io.crossdock.contract.ReferenceEntry;
import io.crossdock.contract.ReferenceOp;
import io.crossdock.contract.ReferenceVersion;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.SourceVersion;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one raw record says about one row of reference data.
 *
 * @param name {@code <connection>:<type>:<id>}; equal ids of two connections are two names
 * @param entity kind of row, for example {@code customers}
 * @param isThere false if the row was deleted
 * @param version version of the row at its source
 * @param attributes what the row says; empty if it was deleted
 * @param landedAt when the raw record landed
 */
public record Entry(
        Identifier name,
        String entity,
        boolean isThere,
        SourceVersion version,
        Map<String, String> attributes,
        Instant landedAt) {

    public Entry {
        attributes = Map.copyOf(attributes);
    }

    /** As the topic and the stores hold it. */
    public ReferenceEntry toAvro() {
        return new ReferenceEntry(
                name.value(),
                name.connection(),
                entity,
                new TreeMap<>(attributes),
                isThere ? ReferenceOp.ASSERT : ReferenceOp.RETRACT,
                new ReferenceVersion(version.epoch(), version.position(), version.minor()),
                landedAt);
    }
}
