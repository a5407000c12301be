package io.crossdock.local.prove.loop;

import io.crossdock.local.prove.Check;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What should be done once was done: none twice, none missing. */
final class OnceEach {

    private static final int SHOWN = 3;

    private OnceEach() {}

    /**
     * Judges one kind of effect.
     *
     * @param what the kind, in the plural
     * @param done what each thing done at the receiver is about, in the receiver's own words, however it was keyed
     * @param due what must have been done
     */
    static Check check(String what, Collection<String> done, Set<String> due) {
        Map<String, Integer> counts = new TreeMap<>();
        done.forEach(about -> counts.merge(about, 1, Integer::sum));
        List<String> twice = counts.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(each -> each.getKey() + " " + each.getValue() + " times")
                .toList();
        Set<String> missing = new TreeSet<>(due);
        missing.removeAll(counts.keySet());
        return new Check(
                "each once: " + what,
                twice.isEmpty() && missing.isEmpty() && !done.isEmpty(),
                done.size() + " done, " + due.size() + " due, " + twice.size() + " more than once"
                        + Shown.of(twice, SHOWN) + ", " + missing.size() + " missing" + Shown.of(missing, SHOWN));
    }
}
