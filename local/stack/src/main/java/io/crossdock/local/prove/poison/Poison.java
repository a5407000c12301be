package io.crossdock.local.prove.poison;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of bad record, each with the reason under which it must end as a dead letter. */
enum Poison {
    MALFORMED_JSON("malformed-json"),
    IMPOSSIBLE_QUANTITY("impossible-quantity"),
    UNKNOWN_STATUS("unknown-status"),
    MISSING_REQUIRED_COLUMN("schema-drift"),
    /** No error: it waits, queryable, until what it names comes. */
    FOREIGN_KEY_TO_NOWHERE(null),
    OVERSIZED("oversized"),
    WRONG_TYPE("wrong-type"),
    /** No error: it says nothing. */
    TOMBSTONE(null),
    TRUNCATE("truncate");

    private final @Nullable String reason;

    Poison(@Nullable String reason) {
        this.reason = reason;
    }

    /** Reason of its dead letter; null if it must not become one. */
    @Nullable
    String reason() {
        return reason;
    }

    /** As a person says it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
