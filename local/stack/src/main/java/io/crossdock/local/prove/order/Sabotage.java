package io.crossdock.local.prove.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A fault that is put in on purpose, to see that the proof finds it. */
enum Sabotage {
    /** None. */
    NONE,
    /** The world is misquoted about one order: the proof must name that order. */
    STATUS,
    /** One record is never written: its loss must be noticed. */
    RECORD;

    /** What the world says, or one order of it wrongly. */
    List<History.Expected> of(List<History.Expected> expected) {
        if (this != STATUS) {
            return expected;
        }
        List<History.Expected> all = new ArrayList<>(expected);
        int victim = all.size() / 2;
        Map<String, String> says = new HashMap<>(all.get(victim).says());
        says.merge("status", "PACKED", (said, other) -> said.equals(other) ? "OPEN" : other);
        all.set(
                victim,
                new History.Expected(all.get(victim).orderId(), all.get(victim).about(), says));
        return all;
    }

    /** The records, or all but one. */
    List<History.Raw> ofRecords(List<History.Raw> records) {
        if (this != RECORD) {
            return records;
        }
        List<History.Raw> all = new ArrayList<>(records);
        all.remove(all.size() / 2);
        return all;
    }
}
