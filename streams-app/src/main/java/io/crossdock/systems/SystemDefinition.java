package io.crossdock.systems;

import io.crossdock.order.fact.IdentifierType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one kind of system looks like: a folder under {@code connectors/systems}.
 *
 * @param name name of the folder, for example {@code postgres-wms}
 * @param source how its records reach us
 * @param types identifier types by name; a name with a colon is taken as it is, {@code *:tracking} for any connection
 * @param entities by name, in the order of the file
 * @param reference reference data by name, in the order of the file
 * @param sourceTemplate Connect configuration of its source connector, with placeholders; empty if it has none
 * @param keysTemplate Connect configuration of what tells which rows it has, with placeholders; empty if nothing does
 * @param sinkTemplate Connect configuration of its sink connector, with placeholders; empty if it is never told
 * @param payloads JSLT file by the name of what is told: {@code order-status}, {@code effects}
 * @param stateObject kind of record or table that an order's state is written to; empty if it is told none
 */
public record SystemDefinition(
        String name,
        Source source,
        Map<String, IdentifierType> types,
        Map<String, EntityDefinition> entities,
        Map<String, ReferenceDefinition> reference,
        Map<String, String> sourceTemplate,
        Map<String, String> keysTemplate,
        Map<String, String> sinkTemplate,
        Map<String, Path> payloads,
        String stateObject) {

    /** Everything whose rows come in: entities, then reference data. */
    public List<Captured> captured() {
        List<Captured> captured = new ArrayList<>(entities.values());
        captured.addAll(reference.values());
        return captured;
    }
}
