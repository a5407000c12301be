package io.crossdock.connect.call;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** No call over the day's budget, whoever used it up. */
class DayBudgetTest {

    /** A clock that a test moves. */
    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Hands clock = new Hands();

    @Test
    void shouldStopAtTheBudgetAndGoOnTheNextDay() {
        // Given
        DayBudget budget = budget(3, 0, 1);
        // When
        calls(budget, 3);
        // Then
        Duration closed = Duration.ofNanos(budget.closedFor(Lane.EXPRESS, 0));
        assertThat(closed).isEqualTo(Duration.ofHours(14).plusSeconds(2));
        clock.now = Instant.parse("2026-03-02T00:00:01Z");
        assertThat(budget.closedFor(Lane.EXPRESS, 0)).isPositive();
        clock.now = Instant.parse("2026-03-02T00:00:02Z");
        assertThat(budget.closedFor(Lane.EXPRESS, 0)).isZero();
        assertThat(budget.left(Lane.EXPRESS)).isEqualTo(3);
    }

    @Test
    void shouldKeepItsReserveForExpress() {
        // Given
        DayBudget budget = budget(10, 20, 1);
        // When
        calls(budget, 8);
        // Then
        assertThat(budget.bars(Lane.NORMAL)).isTrue();
        assertThat(budget.closedFor(Lane.NORMAL, 0)).isPositive();
        assertThat(budget.left(Lane.EXPRESS)).isEqualTo(2);
        assertThat(budget.closedFor(Lane.EXPRESS, 0)).isZero();
    }

    @Test
    void shouldCountTheCallsOfOtherPrograms() {
        // Given
        DayBudget budget = budget(1000, 0, 1);
        // When
        budget.begun();
        budget.ended(says(997, 1000));
        // Then
        assertThat(budget.left(Lane.NORMAL)).isEqualTo(3);
        budget.begun();
        budget.begun();
        assertThat(budget.left(Lane.NORMAL)).isEqualTo(1);
        budget.ended(says(998, 1000));
        assertThat(budget.left(Lane.NORMAL)).isEqualTo(1);
        budget.ended(Ending.failed("timeout"));
        assertThat(budget.left(Lane.NORMAL)).isEqualTo(1);
        budget.begun();
        assertThat(budget.closedFor(Lane.EXPRESS, 0)).isPositive();
    }

    @Test
    void shouldShareWhatTheTargetHasLeftWithTheOtherTasks() {
        // Given
        DayBudget budget = budget(500, 0, 2);
        // When
        budget.begun();
        budget.ended(says(997, 1000));
        // Then
        assertThat(budget.left(Lane.NORMAL)).isEqualTo(1);
    }

    @Test
    void shouldGiveBackWhatWasNotCalled() {
        // Given
        DayBudget budget = budget(1, 0, 1);
        // When
        budget.begun();
        budget.notMade();
        // Then
        assertThat(budget.left(Lane.NORMAL)).isEqualTo(1);
    }

    @Test
    void shouldBeginItsDayWhenItBeginsAtTheTarget() {
        // Given
        DayBudget budget = budget(3, 0, 1);
        clock.now = Instant.parse("2026-03-01T23:50:00Z");
        budget.begun();
        budget.ended(new Ending(clock.now.minusSeconds(600), new Usage(1000, 1000), null));
        // When
        clock.now = Instant.parse("2026-03-02T00:05:00Z");
        // Then
        assertThat(budget.closedFor(Lane.EXPRESS, 0)).isPositive();
        clock.now = Instant.parse("2026-03-02T00:10:02Z");
        assertThat(budget.closedFor(Lane.EXPRESS, 0)).isZero();
    }

    @Test
    void shouldNotTakeYesterdaysFigureForTodays() {
        // Given
        DayBudget budget = budget(3, 0, 1);
        clock.now = Instant.parse("2026-03-01T23:59:59Z");
        budget.begun();
        // When
        clock.now = Instant.parse("2026-03-02T00:00:05Z");
        budget.begun();
        budget.ended(new Ending(clock.now, new Usage(1, 1000), null));
        budget.ended(new Ending(Instant.parse("2026-03-01T23:59:59Z"), new Usage(1000, 1000), null));
        // Then
        clock.now = Instant.parse("2026-03-02T00:00:15Z");
        assertThat(budget.left(Lane.NORMAL)).isPositive();
    }

    @Test
    void shouldSayOnceThatItIsUsedUpAndWhatToDo() {
        // Given
        Logger logger = (Logger) LoggerFactory.getLogger(DayBudget.class);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        logger.addAppender(logged);
        DayBudget budget = budget(1, 0, 1);
        budget.begun();
        // When
        budget.closedFor(Lane.NORMAL, 0);
        budget.closedFor(Lane.NORMAL, 0);
        logger.detachAppender(logged);
        // Then
        assertThat(logged.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("crm at http://x", "used up", "1 of 1", "2026-03-02T00:00", "calls.per.day");
    }

    @Test
    void shouldNeverCloseWithoutABudget() {
        // Given
        DayBudget budget = budget(0, 10, 1);
        // When
        calls(budget, 100);
        budget.begun();
        budget.ended(says(1000, 1000));
        // Then
        assertThat(budget.closedFor(Lane.NORMAL, 0)).isZero();
        assertThat(budget.bars(Lane.NORMAL)).isFalse();
    }

    private static void calls(DayBudget budget, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(budget.closedFor(Lane.NORMAL, 0)).isZero();
            budget.begun();
            budget.ended(Ending.UNKNOWN);
        }
    }

    private Ending says(long used, long allowed) {
        return new Ending(clock.now, new Usage(used, allowed), null);
    }

    private DayBudget budget(long calls, int reserve, int sharers) {
        return new DayBudget(new DayBudget.Terms("crm at http://x", calls, reserve, sharers), clock);
    }
}
