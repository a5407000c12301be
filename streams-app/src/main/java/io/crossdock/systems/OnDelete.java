package io.crossdock.systems;

import java.util.Locale;

/** What a deleted row of an entity means. */
public enum OnDelete {
    /** Taken back, unless the document was final: then the deletion was housekeeping. The default. */
    RETRACT_UNLESS_FINAL,
    /** Always taken back. */
    RETRACT,
    /** Always housekeeping: counted, facts kept. */
    PURGE,
    /** Counted and shown to a person, facts kept. */
    REPORT;

    /** The name used in files, for example {@code retract}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
