package io.crossdock.crm.soql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A value written in a query. */
public sealed interface Literal {
    /** A quoted text. */
    record Text(String value) implements Literal {}

    /** A number. */
    record Decimal(BigDecimal value) implements Literal {}

    /** A date and time with offset. */
    record DateTime(OffsetDateTime value) implements Literal {}

    /** A date. */
    record Date(LocalDate value) implements Literal {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Literal {}

    /** {@code null}. */
    record Null() implements Literal {}
}
