package io.crossdock.local.prove.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.Check;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallBudgetTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T23:59:30Z");

    @Test
    void shouldAcceptAsManyCallsAsAreAllowedInEveryMinute() {
        // Given: one a second, for three minutes
        List<Instant> calls = everySecond(180);

        // When
        Check check = CallBudget.check(calls, 60);

        // Then
        assertThat(check.passed()).as(check.detail()).isTrue();
        assertThat(check.detail()).contains("58 in the busiest 58 s of 60 allowed in a minute");
    }

    @Test
    void shouldNoticeAMinuteOverTheBudgetThatNoClockMinuteShows() {
        // Given: 40 at the end of one minute, 40 at the begin of the next
        List<Instant> calls = IntStream.range(0, 80)
                .mapToObj(number -> BEGIN.plusSeconds(30).plusMillis((number - 40) * 100L))
                .toList();

        // When
        Check check = CallBudget.check(calls, 60);

        // Then
        assertThat(check.passed()).isFalse();
        assertThat(check.detail()).contains("80 in the busiest 58 s");
    }

    @Test
    void shouldProveNothingWithoutCalls() {
        assertThat(CallBudget.check(List.of(), 60).passed()).isFalse();
    }

    private static List<Instant> everySecond(int seconds) {
        return IntStream.range(0, seconds).mapToObj(BEGIN::plusSeconds).toList();
    }
}
