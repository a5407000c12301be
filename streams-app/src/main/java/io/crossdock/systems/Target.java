package io.crossdock.systems;

import java.util.Locale;

/** Whether a connection is told about orders. */
public enum Target {
    /** Never told. */
    OFF,
    /** What it would be told is computed and compared with its own feed; nothing is sent. */
    OBSERVE,
    /** Told. */
    LIVE;

    /** The name used in files, for example {@code observe}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
