package io.crossdock.local.prove.loop;

import io.crossdock.local.activity.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The version that each record holds, write by write, and every write that went back. */
final class Held {

    private final Map<String, Version> versions = new HashMap<>();
    private final List<String> wentBack = new ArrayList<>();
    private final String over;

    /** Nothing is written yet; {@code over} stands between the two versions of one that went back, for a person. */
    Held(String over) {
        this.over = over;
    }

    /** A record was written. */
    void write(String record, Version version) {
        Version before = versions.put(record, version);
        if (before != null && version.compareTo(before) < 0) {
            wentBack.add(version + " " + over + " " + before + " in " + record);
        }
    }

    /** How many records were written. */
    int records() {
        return versions.size();
    }

    /** The writes that went back, in the order in which they came. */
    List<String> wentBack() {
        return wentBack;
    }
}
