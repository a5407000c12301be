package io.crossdock.normalize;

import org.jspecify.annotations.Nullable;

/**
 * The 15- and 18-character forms of a Salesforce id are the same id. The last three characters of the longer form say
 * which of the first fifteen are capitals, five letters per character, so that an id survives a system that changes case.
 */
final class SalesforceId {

    private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int GROUP = 5;

    private SalesforceId() {}

    /**
     * The 18-character form in its right case; null for what is no id of that object.
     *
     * @param prefix first characters of the ids of one object, for example {@code 801} for an order
     */
    static @Nullable String of(String value, String prefix) {
        if (!value.startsWith(prefix) || !isAlphanumeric(value)) {
            return null;
        }
        return switch (value.length()) {
            case SHORT -> value + suffix(value);
            case LONG -> inRightCase(value);
            default -> null;
        };
    }

    private static @Nullable String inRightCase(String value) {
        StringBuilder id = new StringBuilder(LONG);
        for (int group = 0; group < SHORT / GROUP; group++) {
            int capitals = SUFFIX.indexOf(Character.toUpperCase(value.charAt(SHORT + group)));
            if (capitals < 0) {
                return null;
            }
            for (int i = 0; i < GROUP; i++) {
                char c = value.charAt(group * GROUP + i);
                id.append((capitals >> i & 1) == 1 ? Character.toUpperCase(c) : Character.toLowerCase(c));
            }
        }
        String restored = id.toString();
        String suffix = suffix(restored);
        return suffix.equalsIgnoreCase(value.substring(SHORT)) ? restored + suffix : null;
    }

    private static String suffix(String fifteen) {
        StringBuilder suffix = new StringBuilder(LONG - SHORT);
        for (int group = 0; group < SHORT / GROUP; group++) {
            int capitals = 0;
            for (int i = 0; i < GROUP; i++) {
                char c = fifteen.charAt(group * GROUP + i);
                if (c >= 'A' && c <= 'Z') {
                    capitals |= 1 << i;
                }
            }
            suffix.append(SUFFIX.charAt(capitals));
        }
        return suffix.toString();
    }

    private static boolean isAlphanumeric(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return true;
    }
}
