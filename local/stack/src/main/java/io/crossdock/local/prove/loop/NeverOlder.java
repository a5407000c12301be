package io.crossdock.local.prove.loop;

import io.crossdock.local.activity.Version;
import io.crossdock.local.prove.Check;
import java.util.List;

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
    record Write(String record, Version version) {}

    /** Judges the writes, in the order in which they were applied. */
    static Check check(List<Write> writes) {
        Held held = new Held("over");
        writes.forEach(write -> held.write(write.record(), write.version()));
        List<String> wrong = held.wentBack();
        return new Check(
                "no older write was applied after a newer",
                wrong.isEmpty() && !writes.isEmpty(),
                writes.size() + " writes to " + held.records() + " records in the CRM's access log, " + wrong.size()
                        + " older after newer" + Shown.of(wrong, SHOWN));
    }
}
