package io.crossdock.worlds.world;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When one record said each thing for the first time, by the clock of those who wrote it. */
final class Firsts {

    private final Log log;
    private final Map<String, Long> times = new HashMap<>();

    Firsts(Log log) {
        this.log = log;
    }

    /** The record says it now. */
    void says(String milestone, boolean so) {
        if (so) {
            times.putIfAbsent(milestone, log.now());
        }
    }

    /** The record says now that it was so at some time. */
    void says(String milestone, long at) {
        times.putIfAbsent(milestone, at);
    }

    /** Milliseconds since 1970; null if it never said so. */
    @Nullable
    Long of(String milestone) {
        return times.get(milestone);
    }
}
