package io.crossdock.local.prove.loop;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options that a run changes in the running sinks, and puts back when it ends, however it ends. */
public final class Changed {

    private static final String CALLS = "calls.per.minute";

    private final Sinks sinks;
    private final Map<String, Map<String, String>> before = new LinkedHashMap<>();

    /** Nothing is changed yet. */
    public Changed(Sinks sinks) {
        this.sinks = sinks;
    }

    /**
     * Changes them.
     *
     * @param callsPerMinute what the CRM's sink may call
     * @param without the protection that all sinks do without; null for none
     */
    public void change(int callsPerMinute, @Nullable Protection without) {
        Map<String, String> off = without == null ? Map.of() : without.off();
        for (String sink : sinks.names()) {
            Map<String, String> options = new HashMap<>(off);
            if (sink.equals(Sinks.CRM)) {
                options.put(CALLS, String.valueOf(callsPerMinute));
            }
            if (!options.isEmpty()) {
                change(sink, options);
            }
        }
    }

    private synchronized void change(String sink, Map<String, String> options) {
        Map<String, String> old = sinks.options(sink);
        Map<String, String> now = new HashMap<>(old);
        now.putAll(options);
        before.put(sink, old);
        sinks.change(sink, now);
    }

    /** Gives every sink the options that it had; nothing if that was done. */
    public synchronized void putBack() {
        before.forEach(sinks::change);
        before.clear();
    }
}
