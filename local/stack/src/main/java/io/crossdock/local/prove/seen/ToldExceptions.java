package io.crossdock.local.prove.seen;

import io.crossdock.local.prove.broker.AvroTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/** Exceptions as they are published from when this is opened. */
public final class ToldExceptions implements AutoCloseable {

    private final AvroTopic topic = new AvroTopic("orders.exceptions");
    private final List<GenericRecord> told = new ArrayList<>();
    private final Predicate<String> types;

    /** Those of some types. */
    public ToldExceptions(Predicate<String> types) {
        this.types = types;
    }

    /** What was opened so far, resolved since or not. */
    public List<GenericRecord> opened() {
        return in("OPEN");
    }

    /** What was resolved so far. */
    public List<GenericRecord> resolved() {
        return in("RESOLVED");
    }

    /** How many were opened so far, by type. */
    public Map<String, Long> openedByType() {
        return opened().stream()
                .collect(Collectors.groupingBy(each -> text(each, "type"), TreeMap::new, Collectors.counting()));
    }

    /** Begins anew. */
    public void forget() {
        opened();
        told.clear();
    }

    /** Their ids, for a person. */
    public static List<String> ids(List<GenericRecord> exceptions) {
        return exceptions.stream().map(each -> text(each, "exceptionId")).toList();
    }

    /** A field as text. */
    public static String text(GenericRecord exception, String field) {
        return String.valueOf(exception.get(field));
    }

    private List<GenericRecord> in(String state) {
        topic.forEachNext(each -> {
            if (types.test(text(each, "type"))) {
                told.add(each);
            }
        });
        return told.stream().filter(each -> text(each, "state").equals(state)).toList();
    }

    @Override
    public void close() {
        topic.close();
    }
}
