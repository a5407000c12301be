package io.crossdock.connect.home;

import java.util.Locale;
import java.util.regex.Pattern;

/** Entity names: a table's or an object's name in kebab-case. */
final class KebabCase {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private KebabCase() {}

    /** {@code order_lines} and {@code OrderLines} both become {@code order-lines}. */
    static String of(String name) {
        return HUMP.matcher(name).replaceAll("-").replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
