package io.crossdock.order.fact;

/** What the source did with the row a fact speaks of. The order is the tie-break between equal versions. */
public enum Op {
    /** The row says this. */
    ASSERT,
    /** The row is gone, unless its document had reached a final state: then it was housekeeping. */
    RETRACT_UNLESS_FINAL,
    /** The row is gone and so is what it said. */
    RETRACT
}
