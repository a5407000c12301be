package io.crossdock.connect.avro;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Avro records as schemaless Connect data: names and enum symbols as text, times as milliseconds. */
final class AvroMaps {

    private AvroMaps() {}

    /** The fields of a record in the order of its schema. */
    static Map<String, @Nullable Object> of(IndexedRecord record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            fields.put(field.name(), plain(record.get(field.pos())));
        }
        return fields;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case IndexedRecord record -> of(record);
            case CharSequence text -> text.toString();
            case GenericEnumSymbol<?> symbol -> symbol.toString();
            case Enum<?> symbol -> symbol.name();
            case Instant instant -> instant.toEpochMilli();
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> value;
        };
    }

    private static List<@Nullable Object> list(List<?> source) {
        List<@Nullable Object> values = new ArrayList<>(source.size());
        source.forEach(element -> values.add(plain(element)));
        return values;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> source) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        source.forEach((key, element) -> values.put(key.toString(), plain(element)));
        return values;
    }
}
