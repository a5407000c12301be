package io.crossdock.local.prove.loop;

import io.crossdock.local.prove.Check;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No record was written over with something older than it held, in the order in which its own system wrote it down. */
final class NeverOlder {

    private static final int SHOWN = 3;

    private NeverOlder() {}

    /**
     * A change that was applied.
     *
     * @param record which record
     * @param version version that was written into it
     */
    record Write(String record, OrderVersion version) {}

    /** Judges the writes, in the order in which they were applied. */
    static Check check(List<Write> writes) {
        Map<String, OrderVersion> held = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Write write : writes) {
            OrderVersion before = held.put(write.record(), write.version());
            if (before != null && write.version().compareTo(before) < 0) {
                wrong.add(write.version() + " over " + before + " in " + write.record());
            }
        }
        return new Check(
                "no older write was applied after a newer",
                wrong.isEmpty() && !writes.isEmpty(),
                writes.size() + " writes to " + held.size() + " records in the CRM's access log, " + wrong.size()
                        + " older after newer" + Shown.of(wrong, SHOWN));
    }
}
