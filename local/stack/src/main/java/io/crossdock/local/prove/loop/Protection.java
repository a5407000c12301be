package io.crossdock.local.prove.loop;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What protects the targets in a sink; a run without one of them must fail, or the proof would see nothing. */
public enum Protection {
    FENCE("fence"),
    IDEMPOTENCY_KEYS("idempotency.keys"),
    READ_BACK("read.back");

    private final String option;

    Protection(String option) {
        this.option = option;
    }

    /** Its name on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The protection of that name; empty if there is none. */
    public static Optional<Protection> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
    }

    /** The options of a sink that switch it off. */
    Map<String, String> off() {
        return Map.of("proof.switches", "allowed", option, "off");
    }
}
