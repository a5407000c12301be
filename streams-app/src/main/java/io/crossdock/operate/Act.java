package io.crossdock.operate;

/** What {@code operator.audit} takes down; written by name. */
public enum Act {
    /** Takes an exception on. */
    ACKNOWLEDGE,
    /** Has a target told from now on, or only observed. */
    SWITCH,
    /** Has every status worked out anew from what came in, in a new epoch. */
    REBUILD,
    /** Ends a rebuild: what it has worked out is published. */
    PUBLISH;

    /** Kind of a switch that has a target told. */
    public static final String LIVE = "live";

    /** Kind of a switch after which it is only observed. */
    public static final String OBSERVE = "observe";
}
