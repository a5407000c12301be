package io.crossdock.worlds.delivery;

/** What may happen to records and messages on their way. */
public enum Trouble {
    /** Records arrive in any order. */
    SHUFFLED,
    /** Records arrive twice. */
    DUPLICATED,
    /** A connection's records are read again from their beginning to some point. */
    REPLAYED,
    /** Mailboxes are forgotten and read back from their rows. */
    RESTARTED,
    /** Rows go through the bytes of the store when they are read back. */
    STORED
}
