package io.crossdock.worlds.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One field of one order that is not as it is in the world.
 *
 * @param about the order as the story calls it
 * @param field path within the body
 * @param expected what is true; null if nothing is
 * @param got what is published; null if nothing is
 */
public record Difference(
        String about,
        String field,
        @Nullable String expected,
        @Nullable String got) {

    /** Every field in which two bodies differ. */
    static List<Difference> between(String about, Map<String, Object> expected, Map<String, Object> got) {
        Map<String, String> one = new TreeMap<>();
        flatten("", expected, one);
        Map<String, String> other = new TreeMap<>();
        flatten("", got, other);
        TreeSet<String> fields = new TreeSet<>(one.keySet());
        fields.addAll(other.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            String wanted = one.get(field);
            String found = other.get(field);
            if (wanted == null || !wanted.equals(found)) {
                differences.add(new Difference(about, field, wanted, found));
            }
        }
        return differences;
    }

    /** The rule of the field without numbers and names: two failures of one kind look alike. */
    String kind() {
        return field.replaceAll("\\[[^]]*]", "[]");
    }

    @Override
    public String toString() {
        return about + ": " + field + " expected " + expected + ", got " + got;
    }

    private static String name(Map<?, ?> item) {
        Object name = item.containsKey("line") ? item.get("line") : item.get("id");
        return String.valueOf(name == null ? item.get("number") : name);
    }

    private static void flatten(String path, Object value, Map<String, String> into) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((name, item) -> flatten(path.isEmpty() ? "" + name : path + "." + name, item, into));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    Object item = list.get(i);
                    String name = item instanceof Map<?, ?> map ? name(map) : String.valueOf(item);
                    flatten(path + "[" + name + "]", item, into);
                }
            }
            default -> into.put(path, value.toString());
        }
    }
}
