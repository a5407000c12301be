package io.crossdock.normalize;

import java.util.Locale;

/** Why a raw record becomes a dead letter. */
public enum Reason {
    /** The value is no JSON, or no change record. */
    MALFORMED_JSON,
    /** A required column or part of the envelope is gone. */
    SCHEMA_DRIFT,
    /** A column holds something of another type. */
    WRONG_TYPE,
    /** A quantity that cannot be, for example a negative one. */
    IMPOSSIBLE_QUANTITY,
    /** A status the mapping does not know. */
    UNKNOWN_STATUS,
    /** Longer than the connection allows. */
    OVERSIZED,
    /** The table was emptied; what that means is a person's decision. */
    TRUNCATE,
    /** The mapping file failed on it. */
    MAPPING_FAILED,
    /** A link that runs against the ranks of its two identifiers. */
    LINK_AGAINST_ORDER,
    /** A topic of no known connection or entity. */
    UNKNOWN_ENTITY,
    /** The source left out the value of a column that the mapping reads. */
    UNAVAILABLE_VALUE;

    /** The public name, for example {@code schema-drift}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
