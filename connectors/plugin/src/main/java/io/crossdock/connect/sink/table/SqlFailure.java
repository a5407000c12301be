package io.crossdock.connect.sink.table;

import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.ReceiptOutcome;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** How the failure of an insert is to be understood, by its SQLState and, where that says nothing, by MariaDB's number. */
final class SqlFailure {

    private static final int DETAIL_LENGTH = 300;
    /** No such table, no such column, no such feature. */
    private static final Set<String> UNKNOWN_THERE = Set.of("42P01", "42703", "42S02", "42S22", "0A000", "3F000");
    /** Integrity, values, cardinality, warnings that are errors, syntax and rights. */
    private static final Set<String> REFUSING = Set.of("23", "22", "21", "01", "42");
    /** No default for a column; a value of the wrong kind: MariaDB gives them no SQLState of their own. */
    private static final Set<Integer> REFUSING_NUMBERS = Set.of(1364, 1366);

    private static final int DUPLICATE_ENTRY = 1062;

    private SqlFailure() {}

    /**
     * What it comes to.
     *
     * @param executing true if the statement may have been executed
     * @param at now
     */
    static Attempt of(SQLException failure, boolean executing, Instant at) {
        String state = state(failure);
        if (UNKNOWN_THERE.contains(state)) {
            return Settled.of(AttemptKind.SENT, ReceiptOutcome.UNSUPPORTED, at, summary(failure));
        }
        if (REFUSING.contains(state.substring(0, Math.min(2, state.length())))
                || REFUSING_NUMBERS.contains(failure.getErrorCode())) {
            return Settled.of(AttemptKind.SENT, ReceiptOutcome.REJECTED, at, summary(failure));
        }
        // Connection, resources, rollbacks, shut-downs, wrong credentials, and what nobody has heard of: it may pass.
        return Again.of(AttemptKind.SENT, summary(failure), executing);
    }

    /** True if some unique key of the table holds such a value. */
    static boolean isDuplicate(SQLException failure) {
        return failure.getErrorCode() == DUPLICATE_ENTRY && state(failure).startsWith("23");
    }

    /** SQLState and the server's own words, shortened, without the rows that its details may show. */
    static String summary(SQLException failure) {
        String text = (state(failure) + " " + words(failure)).strip().replaceAll("\\s+", " ");
        return text.length() <= DETAIL_LENGTH ? text : text.substring(0, DETAIL_LENGTH) + "…";
    }

    private static String words(SQLException failure) {
        ServerErrorMessage server = failure instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        String words = server == null ? failure.getMessage() : server.getMessage();
        return words == null ? "" : words.replaceFirst("^\\(conn=\\d+\\) ", "");
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }
}
