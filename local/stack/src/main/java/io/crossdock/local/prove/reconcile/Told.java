package io.crossdock.local.prove.reconcile;

import io.crossdock.local.prove.broker.AvroTopic;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/** Exceptions about gaps, as they are published from when this is opened. */
final class Told implements AutoCloseable {

    private static final String STATE = "state";

    private final AvroTopic topic = new AvroTopic("orders.exceptions");
    private final List<GenericRecord> told = new ArrayList<>();

    /** What was opened so far. */
    List<GenericRecord> opened() {
        return in("OPEN");
    }

    /** What was resolved so far. */
    List<GenericRecord> resolved() {
        return in("RESOLVED");
    }

    /** Their ids, for a person. */
    static List<String> ids(List<GenericRecord> exceptions) {
        return exceptions.stream().map(each -> text(each, "exceptionId")).toList();
    }

    static String text(GenericRecord exception, String field) {
        return String.valueOf(exception.get(field));
    }

    private List<GenericRecord> in(String state) {
        topic.forEachNext(each -> {
            if (text(each, "type").startsWith("SOURCE_GAP")
                    || text(each, "type").equals("SOURCE_SURPLUS")) {
                told.add(each);
            }
        });
        return told.stream().filter(each -> text(each, STATE).equals(state)).toList();
    }

    @Override
    public void close() {
        topic.close();
    }
}
