package io.crossdock.connect.loop;

/** What the loop does not survive as it is: worlds in which it happens can go wrong, and a test says so. */
enum Rarity {
    /** A request to a record without a fence of its own comes after a later one: nothing on our side can prevent what it does. */
    LATE_REQUEST,
    /** Somebody overwrites a record and leaves our version in it, just before it is read back. */
    OVERWRITTEN_UNDER_OUR_VERSION,
    /** A link is taken back while what the mailbox above said is still under way: two mailboxes may give one version. */
    LINK_TAKEN_BACK
}
