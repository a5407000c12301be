package io.crossdock.local.prove.loop;

import java.util.Collection;
import java.util.stream.Collectors;

/** The first few of many findings, for a line that a person reads. */
public final class Shown {

    private Shown() {}

    /** {@code : a, b, …}; empty if there are none. */
    public static String of(Collection<String> findings, int most) {
        if (findings.isEmpty()) {
            return "";
        }
        String some = findings.stream().limit(most).collect(Collectors.joining(", "));
        return ": " + some + (findings.size() > most ? ", …" : "");
    }
}
