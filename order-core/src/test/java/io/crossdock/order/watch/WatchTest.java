package io.crossdock.order.watch;

import static io.crossdock.order.fact.Milestone.ACCEPTED;
import static io.crossdock.order.fact.Milestone.BACKORDERED;
import static io.crossdock.order.fact.Milestone.CAPTURED;
import static io.crossdock.order.fact.Milestone.FULLY_SHIPPED;
import static io.crossdock.order.fact.Milestone.RELEASED;
import static io.crossdock.order.fact.Milestone.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.status.FulfilmentStatus;
import io.crossdock.order.status.Position;
import io.crossdock.order.watch.WatchRule.Counted;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R170: what takes too long. R172: nothing takes long because a system was connected. */
class WatchTest {

    private static final String FRIDAY_EVENING = "2026-11-20T18:30:00-05:00";
    private static final String S1 = AnOrder.SHIPMENT.toString();
    private static final WatchRule NOT_ACCEPTED =
            new WatchRule.Missing("NOT_ACCEPTED", "order", ACCEPTED, CAPTURED, Duration.ofHours(4), Counted.ALWAYS);
    private static final WatchRule NOT_SHIPPED = new WatchRule.Missing(
            "RELEASED_NOT_SHIPPED", "shipment", SHIPPED, RELEASED, Duration.ofHours(8), Counted.CUT_OFF);
    private static final WatchRule STUCK =
            new WatchRule.Stuck("STUCK_OPEN", FulfilmentStatus.OPEN, Duration.ofHours(8), Counted.WORKING);
    private static final WatchRule BACKORDER =
            new WatchRule.Units("BACKORDER", Position.BACKORDERED, Duration.ofHours(1), Counted.WORKING);
    private static final WatchRule LATE =
            new WatchRule.Late("LATE", FULLY_SHIPPED, Duration.ofHours(-3), Counted.WORKING);

    @Test
    void shouldWaitForTheNextMilestoneOfTheSameSubject() {
        // Given
        AnOrder order = new AnOrder().reached("order", CAPTURED, "2026-11-20T10:00:00-05:00");

        // Then
        assertThat(due(NOT_ACCEPTED, order)).containsExactly("order 2026-11-20T19:00:00Z");
        assertThat(due(NOT_ACCEPTED, order.reached("order", ACCEPTED, "2026-11-20T10:30:00-05:00")))
                .isEmpty();
    }

    @Test
    void shouldCountTheHoursOfTheWarehouseThatShips() {
        // Given: released on Friday evening, after the cut-off
        AnOrder order = new AnOrder().from("EAST").reached(S1, RELEASED, FRIDAY_EVENING);

        // Then: Monday at four
        assertThat(due(NOT_SHIPPED, order)).containsExactly(S1 + " 2026-11-23T21:00:00Z");
    }

    @Test
    void shouldNotCountAPlaceThatShipsSomethingElse() {
        // Given: another line of the order comes from a place that works day and night
        AnOrder order = new AnOrder().from("EAST").reached(S1, RELEASED, FRIDAY_EVENING);

        // When
        List<String> due = due(NOT_SHIPPED, order.from("NONSTOP"));

        // Then: the one that takes longest decides
        assertThat(due).containsExactly(S1 + " 2026-11-23T21:00:00Z");
    }

    @Test
    void shouldNotTakeAWarehouseOrderForAShipment() {
        // Given: it is released too, and is never shipped itself
        AnOrder order = new AnOrder().from("EAST").reached("wms-east:order:W-1", RELEASED, FRIDAY_EVENING);

        // Then
        assertThat(due(NOT_SHIPPED, order)).isEmpty();
    }

    @Test
    void shouldCountWhatIsAfterADateInWorkingHours() {
        // Given: wanted on a Friday, two working hours later at the latest
        WatchRule late = new WatchRule.Late("LATE", FULLY_SHIPPED, Duration.ofHours(2), Counted.WORKING);
        AnOrder order =
                new AnOrder().from("EAST").wanted("2026-11-20").reached("order", CAPTURED, "2026-11-18T10:00:00-05:00");

        // Then: Monday at ten
        assertThat(due(late, order)).containsExactly("order 2026-11-23T15:00:00Z");
    }

    @Test
    void shouldNotWaitForAShipmentThatIsCancelled() {
        // Given
        AnOrder order =
                new AnOrder().from("EAST").reached(S1, RELEASED, FRIDAY_EVENING).shipmentIs(DocumentState.CANCELLED);

        // Then
        assertThat(due(NOT_SHIPPED, order)).isEmpty();
    }

    @Test
    void shouldSeeAnOrderToWhichNothingHappens() {
        // Given
        AnOrder order = new AnOrder()
                .from("EAST")
                .reached("order", CAPTURED, "2026-11-19T10:00:00-05:00")
                .reached("order", ACCEPTED, FRIDAY_EVENING);

        // Then: counted from the last thing that did
        assertThat(due(STUCK, order)).containsExactly("order 2026-11-23T21:00:00Z");
        assertThat(due(STUCK, order.is(FulfilmentStatus.RELEASED))).isEmpty();
    }

    @Test
    void shouldSeeUnitsThatAreBackorderedFromWhenTheirLineWas() {
        // Given: the second line is, since Friday evening
        AnOrder order = new AnOrder()
                .from("EAST")
                .reached("order", CAPTURED, "2026-11-19T10:00:00-05:00")
                .with(Position.BACKORDERED, "4")
                .reached("line:2", BACKORDERED, FRIDAY_EVENING)
                .reached("order", ACCEPTED, "2026-11-20T18:45:00-05:00");

        // Then: an hour after the warehouse has opened on Monday, with the figures
        assertThat(due(BACKORDER, order)).containsExactly("order 2026-11-23T14:00:00Z");
        assertThat(watch(BACKORDER, order))
                .singleElement()
                .extracting(Overdue::text)
                .isEqualTo("Units are backordered on line 2 (4 EA of A-100).");
    }

    @Test
    void shouldSeeAtOnceWhatIsClosedShortAndNoUnitsElsewhere() {
        // Given
        WatchRule shortPick = new WatchRule.Units("PICK_SHORT", Position.SHORT_CLOSED, Duration.ZERO, Counted.ALWAYS);
        AnOrder order = new AnOrder().from("EAST").reached("line:1", SHIPPED, FRIDAY_EVENING);

        // Then
        assertThat(due(shortPick, order)).isEmpty();
        assertThat(due(shortPick, order.with(Position.SHORT_CLOSED, "1")))
                .containsExactly("order 2026-11-20T23:30:00Z");
        assertThat(due(shortPick, order.isDone())).isEmpty();
    }

    @Test
    void shouldNameTheFirstLinesAndCountTheRest() {
        // Given
        AnOrder order = new AnOrder().reached("order", CAPTURED, FRIDAY_EVENING);
        for (int line = 1; line <= 7; line++) {
            order.with(Position.BACKORDERED, "1.5");
        }

        // Then
        assertThat(watch(BACKORDER, order))
                .singleElement()
                .extracting(Overdue::text)
                .asString()
                .startsWith("Units are backordered on lines 1 (1.5 EA of A-100), 2 (")
                .endsWith("5 (1.5 EA of A-100) and 2 more.");
    }

    @Test
    void shouldWantADateKeptUntilTheLastWorkOfItsDay() {
        // Given
        AnOrder order =
                new AnOrder().from("EAST").wanted("2026-11-20").reached("order", CAPTURED, "2026-11-18T10:00:00-05:00");

        // Then: three hours before the warehouse closes
        assertThat(due(LATE, order)).containsExactly("order 2026-11-20T19:00:00Z");
        assertThat(due(LATE, order.reached("order", FULLY_SHIPPED, "2026-11-20T12:00:00-05:00")))
                .isEmpty();
    }

    @Test
    void shouldTakeADateThatIsNoneForNone() {
        // Given
        AnOrder order = new AnOrder().wanted("soon").reached("order", CAPTURED, "2026-11-18T10:00:00-05:00");

        // Then
        assertThat(due(LATE, order)).isEmpty();
    }

    @Test
    void shouldNotBlameAnOrderForHavingBeenLoaded() {
        // Given: ten months old, landed today
        AnOrder order = new AnOrder()
                .wanted("2026-02-01")
                .loaded("order", CAPTURED, "2026-01-20T10:00:00-05:00", "2026-11-20T10:00:00-05:00");

        // Then: its time begins when it landed
        assertThat(due(NOT_ACCEPTED, order)).containsExactly("order 2026-11-20T19:00:00Z");
        assertThat(due(LATE, order)).containsExactly("order 2026-11-20T15:00:00Z");
    }

    @Test
    void shouldExpectNothingOfAnOrderThatIsOver() {
        // Given
        AnOrder order = new AnOrder().wanted("2026-11-20").reached("order", CAPTURED, "2026-11-18T10:00:00-05:00");

        // Then
        assertThat(due(LATE, order.is(FulfilmentStatus.CANCELLED))).isEmpty();
        assertThat(due(LATE, order.is(FulfilmentStatus.OPEN).isDone())).isEmpty();
    }

    @Test
    void shouldBeDueAtItsInstantAndNotBefore() {
        // Given
        AnOrder order = new AnOrder().reached("order", CAPTURED, "2026-11-20T10:00:00-05:00");
        Overdue overdue = new Watch(List.of(NOT_ACCEPTED))
                .of(order.projected(), WatchTest::hours)
                .getFirst();

        // Then
        assertThat(overdue.isDue(overdue.due().minusMillis(1))).isFalse();
        assertThat(overdue.isDue(overdue.due())).isTrue();
        assertThat(overdue.text()).isEqualTo("order is captured and not accepted.");
        assertThat(overdue.since()).isEqualTo(Instant.parse("2026-11-20T15:00:00Z"));
    }

    private static List<String> due(WatchRule rule, AnOrder order) {
        return watch(rule, order).stream()
                .map(overdue -> overdue.subject() + " " + overdue.due())
                .toList();
    }

    private static List<Overdue> watch(WatchRule rule, AnOrder order) {
        return new Watch(List.of(rule)).of(order.projected(), WatchTest::hours);
    }

    private static WorkingTime hours(@Nullable String location) {
        return "EAST".equals(location)
                ? new WorkingHours(
                        ZoneId.of("America/New_York"),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        LocalTime.of(15, 0),
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        Set.of())
                : RoundTheClock.ALWAYS;
    }
}
