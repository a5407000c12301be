package io.crossdock.crm.soql;

import java.util.List;

/** What a WHERE clause asks. */
public sealed interface Condition {
    /** All of them hold. */
    record And(List<Condition> parts) implements Condition {}

    /** At least one of them holds. */
    record Or(List<Condition> parts) implements Condition {}

    /** It does not hold. */
    record Not(Condition part) implements Condition {}

    /** A field compared with one value; {@code operator} is one of {@code = != < > <= >= LIKE}. */
    record Compare(String field, String operator, Literal value) implements Condition {}

    /** A field is, or is not, one of the values. */
    record In(String field, boolean negated, List<Literal> values) implements Condition {}
}
