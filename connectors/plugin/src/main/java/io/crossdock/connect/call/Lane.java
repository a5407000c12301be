package io.crossdock.connect.call;

/** Which queue a call waits in. */
public enum Lane {
    /** Everything that is not express. */
    NORMAL,

    /** Goes ahead of what waits, without starving it. */
    EXPRESS
}
