package io.crossdock.crm.model;

import java.util.regex.Pattern;

/** Makes and completes record ids: 15 case-sensitive characters and three that carry their case as a checksum. */
public final class RecordId {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String INSTANCE = "5g0";
    private static final int SHORT = 15;
    private static final int CHUNK = 5;
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{15}([0-9A-Za-z]{3})?");

    private RecordId() {}

    /** The 18-character id with the given prefix and number; ids of one prefix sort by number, byte by byte. */
    public static String of(String keyPrefix, long number) {
        StringBuilder tail = new StringBuilder();
        for (long rest = number; rest > 0; rest /= DIGITS.length()) {
            tail.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        String head = keyPrefix + INSTANCE;
        return complete(head + "0".repeat(SHORT - head.length() - tail.length()) + tail);
    }

    /** True if the value has the form of an id, 15 characters or 18 with the right checksum. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches()
                && (value.length() == SHORT
                        || complete(value.substring(0, SHORT)).equals(value));
    }

    /** The 18-character form of a 15- or 18-character id. */
    public static String complete(String id) {
        if (id.length() != SHORT) {
            return id;
        }
        StringBuilder full = new StringBuilder(id);
        for (int chunk = 0; chunk < SHORT; chunk += CHUNK) {
            int bits = 0;
            for (int i = 0; i < CHUNK; i++) {
                char c = id.charAt(chunk + i);
                bits |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
            }
            full.append(CHECKSUM.charAt(bits));
        }
        return full.toString();
    }
}
