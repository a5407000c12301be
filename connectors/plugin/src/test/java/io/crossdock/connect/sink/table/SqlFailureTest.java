package io.crossdock.connect.sink.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Attempt.Settled;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database's refusal is taken for. */
class SqlFailureTest {

    @ParameterizedTest
    @CsvSource({
        "08006, 0, AGAIN, the connection broke",
        "57P01, 0, AGAIN, it is being shut down",
        "57014, 0, AGAIN, the statement took too long",
        "40001, 1213, AGAIN, a deadlock",
        "53300, 0, AGAIN, too many connections",
        "28P01, 0, AGAIN, wrong password",
        "HY000, 1205, AGAIN, a lock was waited for too long",
        "HY000, 1290, AGAIN, it is read-only now",
        ", 0, AGAIN, nobody knows",
        "23502, 0, REJECTED, a column must not be null",
        "23505, 0, REJECTED, another unique key",
        "22P02, 0, REJECTED, no number",
        "22007, 1292, REJECTED, no date",
        "HY000, 1366, REJECTED, no number",
        "HY000, 1364, REJECTED, no default",
        "42501, 0, REJECTED, no right",
        "42000, 1142, REJECTED, no right",
        "42P01, 0, UNSUPPORTED, no such table",
        "42703, 0, UNSUPPORTED, no such column",
        "42S02, 1146, UNSUPPORTED, no such table",
        "42S22, 1054, UNSUPPORTED, no such column"
    })
    void shouldTakeAStateForWhatItMeans(String state, int number, String outcome, String why) {
        // Given
        SQLException failure = new SQLException(why, state, number);
        // When
        Attempt attempt = SqlFailure.of(failure, true, Instant.EPOCH);
        // Then
        switch (attempt) {
            case Again again -> {
                assertThat("AGAIN").isEqualTo(outcome);
                assertThat(again.uncertain()).isTrue();
                assertThat(again.reason()).contains(why);
            }
            case Settled settled -> {
                assertThat(settled.outcome()).hasToString(outcome);
                assertThat(settled.detail()).contains(why);
            }
        }
    }

    @Test
    void shouldKnowThatNothingWasDoneBeforeTheStatementBegan() {
        // Given // When
        Attempt attempt = SqlFailure.of(new SQLException("refused", "08001"), false, Instant.EPOCH);
        // Then
        assertThat(attempt)
                .isInstanceOfSatisfying(
                        Again.class, again -> assertThat(again.uncertain()).isFalse());
    }

    @Test
    void shouldShortenTheServersWords() {
        // Given
        SQLException failure = new SQLException("(conn=12) Duplicate entry " + "x".repeat(500), "23000", 1062);
        // When
        String summary = SqlFailure.summary(failure);
        // Then
        assertThat(summary)
                .startsWith("23000 Duplicate entry")
                .hasSizeLessThan(310)
                .endsWith("…");
        assertThat(SqlFailure.isDuplicate(failure)).isTrue();
    }
}
