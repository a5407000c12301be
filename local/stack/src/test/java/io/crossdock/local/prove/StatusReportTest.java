package io.crossdock.local.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.tables.TableCheck;
import io.crossdock.local.prove.tables.TableCheck.Difference;
import io.crossdock.local.prove.tables.TableCheck.Result;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusReportTest {

    private static final Map<String, Integer> ENOUGH =
            Map.of("PARTIALLY_SHIPPED", 30, "BACKORDERED", 30, "CANCELLED", 30, "SHIPPED", 910);

    private static final Map<String, Integer> WAYS =
            Map.of(TableCheck.SPLIT, 200, TableCheck.CONSOLIDATED, 10, TableCheck.MERGED, 10);

    private final Verdict verdict = new Verdict();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StatusReport report =
            new StatusReport(verdict, new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));

    @Test
    void shouldPassWhenEveryOrderIsRightAndEveryStatusIsThere() {
        // When
        report.add(new Result(1000, List.of(), ENOUGH, 30, WAYS), 1000);

        // Then
        assertThat(verdict.exitCode()).isZero();
    }

    @Test
    void shouldFailAndNameTheOrderThatIsWrong() {
        // Given
        Difference wrong = new Difference("801A", "SO-1", "PARTIALLY_SHIPPED", "SHIPPED", "[]");

        // When
        report.add(new Result(1000, List.of(wrong), ENOUGH, 30, WAYS), 1000);

        // Then
        assertThat(verdict.line())
                .isEqualTo("verdict: fail, 1 of 9 checks: every CRM status is what the tables of WMS and" + " ERP say");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("CRM 801A (SO-1) shows 'SHIPPED', the tables say PARTIALLY_SHIPPED");
    }

    @Test
    void shouldFailWhenAStatusIsTooRare() {
        // When
        report.add(new Result(1000, List.of(), ENOUGH, 29, WAYS), 1000);

        // Then
        assertThat(verdict.line()).isEqualTo("verdict: fail, 1 of 9 checks: enough orders are cancelled in part");
    }

    @Test
    void shouldFailWhenNobodySharedALoad() {
        // Given
        Map<String, Integer> ways = Map.of(TableCheck.SPLIT, 200, TableCheck.CONSOLIDATED, 9, TableCheck.MERGED, 10);

        // When
        report.add(new Result(1000, List.of(), ENOUGH, 30, ways), 1000);

        // Then
        assertThat(verdict.line()).isEqualTo("verdict: fail, 1 of 9 checks: enough orders are consolidated");
    }

    @Test
    void shouldFailWhenOrdersAreMissing() {
        // When
        report.add(new Result(999, List.of(), ENOUGH, 30, WAYS), 1000);

        // Then
        assertThat(verdict.exitCode()).isEqualTo(1);
    }

    @Test
    void shouldForgiveAnOrderOnItsWayButNotOneThatStaysWrong() {
        // Given
        Difference stays = new Difference("801A", "SO-1", "SHIPPED", "OPEN", "[]");
        Difference moves = new Difference("801B", "SO-2", "PACKED", "PICKING", "[]");
        Result before = new Result(2, List.of(stays, moves), Map.of(), 0, Map.of());
        Difference later = new Difference("801B", "SO-2", "SHIPPED", "PACKED", "[]");

        // When
        Result still = new Result(2, List.of(stays, later), Map.of(), 0, Map.of()).asWrongAs(before);

        // Then
        assertThat(still.differences()).containsExactly(stays);
    }

    @Test
    void shouldAskForAtLeastOneWhenThereAreFewOrders() {
        // Then
        assertThat(StatusReport.minimum(40)).isEqualTo(1);
        assertThat(StatusReport.minimum(1000)).isEqualTo(30);
        assertThat(StatusReport.minimum(2000)).isEqualTo(60);
    }
}
