package io.crossdock.flow;

/** Why a mailbox is looked at again without having been told anything: time alone may have made a difference. */
public enum Wake {
    /** A document may have waited too long for its order. */
    ORPHAN,
    /** A link may have been ambiguous for too long. */
    AMBIGUOUS,
    /** Two systems may have contradicted each other for too long. */
    CONFLICT,
    /** A limit that is set for an order may be exceeded. */
    LIMIT,
    /** An order that is done may have been quiet for long enough to be archived. */
    ARCHIVE,
    /** A target may be told now what it could not be told before. */
    TELL,
    /** A rebuild has worked out its status anew, and its record is published once. */
    RETELL,
    /** What is archived may have been kept for long enough. */
    FORGET
}
