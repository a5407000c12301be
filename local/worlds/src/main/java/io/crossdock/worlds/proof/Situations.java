package io.crossdock.worlds.proof;

import java.util.List;
import java.util.stream.Stream;

/** The rows of the rules' tables that the worlds must be examples of. */
final class Situations {

    private static final List<String> ROLL_UP = List.of(
            "CANCELLED",
            "CLOSED_SHORT",
            "DELIVERED",
            "PARTIALLY_DELIVERED",
            "SHIPPED",
            "PARTIALLY_SHIPPED",
            "PACKED",
            "PICKING",
            "RELEASED",
            "ALLOCATED",
            "PARTIALLY_ALLOCATED",
            "BACKORDERED",
            "OPEN");

    private static final List<String> LATE_CANCEL = List.of(
            "unallocated: cancelled",
            "allocated or released: asked of the warehouse",
            "picked or packed: pending",
            "shipped: compensating",
            "delivered: refused",
            "mixed: split by quantity");

    private static final List<String> EXCEPTIONS = List.of(
            "OVER_SHIPPED",
            "OVER_ALLOCATED",
            "INTEGRITY_VIOLATION",
            "INVOICED_BEFORE_SHIPPED",
            "ORPHAN_RETURN",
            "DUPLICATE_IN_TARGET",
            "UNIT_MISMATCH",
            "AUTHORITY_CONFLICT",
            "AMBIGUOUS",
            "ORPHAN",
            "OVERLOADED",
            "MASS_DELETE",
            "SOURCE_REGRESSED",
            "SOURCE_REGRESSED, resolved");

    private static final List<String> LINK_RULES =
            List.of("explicit", "echo", "matched", "person", "matched, not unique", "explicit beats person");

    private Situations() {}

    static List<String> all() {
        return Stream.of(
                        ROLL_UP.stream().map(row -> "roll-up " + row),
                        LATE_CANCEL.stream().map(row -> "late cancel, " + row),
                        LINK_RULES.stream().map(rule -> "link rule " + rule),
                        EXCEPTIONS.stream().map(type -> "exception " + type))
                .flatMap(rows -> rows)
                .toList();
    }
}
