package io.crossdock.connect.loop;

import java.util.function.Supplier;

/**
 * One thing that can happen next.
 *
 * @param text says what, for a trace
 * @param run does it, once
 */
record Action(Kind kind, Supplier<String> text, Runnable run) {

    /** What an action is. */
    enum Kind {
        WORK,
        CRASH,
        FAULT
    }
}
