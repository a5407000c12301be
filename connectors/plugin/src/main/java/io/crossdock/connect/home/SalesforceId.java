package io.crossdock.connect.home;

/**
 * The two forms of a Salesforce record id: 15 case-sensitive characters, or the same with three more that make it safe where
 * case is lost. Each of the three tells which of five characters are upper case, lowest bit first, in base 32.
 */
public final class SalesforceId {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT = 15;
    private static final int CHUNK = 5;

    private SalesforceId() {}

    /** The 18-character form of a 15-character id; any other text is returned as it is. */
    public static String to18(String id) {
        if (id.length() != SHORT || !id.chars().allMatch(SalesforceId::isLetterOrDigit)) {
            return id;
        }
        StringBuilder full = new StringBuilder(id);
        for (int start = 0; start < SHORT; start += CHUNK) {
            full.append(BASE_32.charAt(upperCaseBits(id, start)));
        }
        return full.toString();
    }

    private static int upperCaseBits(String id, int start) {
        int bits = 0;
        for (int i = 0; i < CHUNK; i++) {
            char c = id.charAt(start + i);
            if (c >= 'A' && c <= 'Z') {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
