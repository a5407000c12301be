package io.crossdock.crm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that must never be printed. */
public final class Secret {
    private final String value;

    /** Wraps the value. */
    public Secret(String value) {
        this.value = value;
    }

    /** The value itself, for the one place that needs it. */
    public String reveal() {
        return value;
    }

    /** True if the candidate is the same, compared in constant time. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
