package io.crossdock.archive;

/** Whose part of an archived mailbox it is. */
public enum Section {
    /** What the mailbox holds and has told: {@code correlate}. */
    MAILBOX,
    /** The status of the order and its history: {@code track}. */
    ORDER,
    /** What the targets know: {@code publish}. */
    TARGETS
}
