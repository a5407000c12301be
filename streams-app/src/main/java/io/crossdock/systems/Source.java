package io.crossdock.systems;

import java.util.Locale;

/** How a system's records reach us; decides what a source position looks like. */
public enum Source {
    POSTGRES,
    MARIADB,
    REST,
    /** Nothing comes in: the system is only told. */
    NONE;

    /** The name used in files, for example {@code postgres}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
