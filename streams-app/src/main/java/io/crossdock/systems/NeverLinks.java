package io.crossdock.systems;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values that people write where a reference should be: they name nothing and never link.
 *
 * @param values in capitals
 */
public record NeverLinks(Set<String> values) {

    /** What is on the list of every connection. */
    static final NeverLinks EVERYWHERE = new NeverLinks(Set.of(
            "N/A", "NA", "NONE", "NULL", "TBD", "VERBAL", "PHONE", "PICKUP", "UNKNOWN", "-", "--", "0", "?", "X"));

    public NeverLinks {
        values = Set.copyOf(values);
    }

    /** The same list and more; how they are written does not matter. */
    NeverLinks and(Collection<String> more) {
        Set<String> all = new TreeSet<>(values);
        more.forEach(value -> all.add(normal(value)));
        return new NeverLinks(all);
    }

    /** True if the value is on the list; capitals and space around it do not matter. */
    public boolean contains(String value) {
        return values.contains(normal(value));
    }

    private static String normal(String value) {
        return value.strip().toUpperCase(Locale.ROOT);
    }
}
