package io.crossdock.local.prove.lag;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A part of the way of a milestone to a target, in its order, and the whole. */
enum Hop {
    SOURCE('s'),
    CONNECT('c'),
    APPLICATION('a'),
    SINK('k'),
    TARGET('t'),
    TOTAL(' ');

    /** All but the whole, in the order of the way. */
    static final List<Hop> PARTS =
            Arrays.stream(values()).filter(hop -> hop != TOTAL).toList();

    private final char letter;

    Hop(char letter) {
        this.letter = letter;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is drawn with. */
    String letter() {
        return String.valueOf(letter);
    }
}
