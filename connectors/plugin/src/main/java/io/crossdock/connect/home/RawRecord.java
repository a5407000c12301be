package io.crossdock.connect.home;

import org.apache.kafka.connect.connector.ConnectRecord;
import org.jspecify.annotations.Nullable;

/** What a Debezium envelope and a row of the rest source have in common. */
final class RawRecord {

    private RawRecord() {}

    /** The entity in kebab-case: the table in the source block, else the last segment of the topic. */
    static String entity(ConnectRecord<?> record) {
        String table = Fields.text(Fields.get(Fields.get(record.value(), "source"), "table"));
        String topic = record.topic();
        return KebabCase.of(table == null || table.isEmpty() ? topic.substring(topic.lastIndexOf('.') + 1) : table);
    }

    /** The text of a column: from the record's key, else the row after the change, else the row before. */
    static @Nullable String column(ConnectRecord<?> record, String name) {
        String inKey = Fields.text(Fields.get(record.key(), name));
        if (inKey != null) {
            return inKey;
        }
        String after = Fields.text(Fields.get(Fields.get(record.value(), "after"), name));
        return after != null ? after : Fields.text(Fields.get(Fields.get(record.value(), "before"), name));
    }

    /** A truncate speaks of a whole table and so has no home. */
    static boolean isTruncate(ConnectRecord<?> record) {
        return "t".equals(Fields.text(Fields.get(record.value(), "op")));
    }
}
