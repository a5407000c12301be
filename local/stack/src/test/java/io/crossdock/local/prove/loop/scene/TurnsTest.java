package io.crossdock.local.prove.loop.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.loop.scene.CrmOrders.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Instant BEGAN = Instant.parse("2026-11-20T12:00:00Z");
    private static final int CALLS_A_MINUTE = 100;
    private static final Set<String> STRATEGIC = named("S", 3);
    private static final Set<String> NORMAL = named("N", 20);
    private static final Set<String> LATER = named("L", 2);

    @Test
    void shouldAcceptStrategicOrdersFirstAndNormalOnesAllTheTime() {
        // Given: one of four is normal while strategic ones wait
        List<Call> calls = calls("S-0", "S-1", "N-0", "S-2", "L-0", "N-1", "L-1");
        IntStream.range(2, 20).forEach(number -> calls.add(confirmed("N-" + number, calls.size())));

        // When
        List<Check> checks = checks(calls);

        // Then
        assertThat(failed(checks)).isEmpty();
        assertThat(checks.get(1).detail()).contains("1 of 20 normal ones before it");
    }

    @Test
    void shouldNoticeAnOrderThatWasLost() {
        // Given
        List<Call> calls = everything();
        calls.removeIf(call -> call.salesOrder().equals("N-7"));

        // When
        List<String> failed = failed(checks(calls));

        // Then
        assertThat(failed).containsExactly("no order was lost");
    }

    @Test
    void shouldNotTakeALookForAConfirmation() {
        // Given
        List<Call> calls = everything();
        calls.removeIf(call -> call.salesOrder().equals("N-7"));
        calls.add(new Call(BEGAN, "N-7", false));

        // When
        List<String> failed = failed(checks(calls));

        // Then
        assertThat(failed).containsExactly("no order was lost");
    }

    @Test
    void shouldNoticeStrategicOrdersThatHadToWaitInLine() {
        // Given: everybody in the order in which they came
        List<Call> calls = new ArrayList<>();
        IntStream.range(0, 20).forEach(number -> calls.add(confirmed("N-" + number, number)));
        IntStream.range(0, 3).forEach(number -> calls.add(0, confirmed("S-" + number, number * 10)));
        calls.add(confirmed("L-0", 4));
        calls.add(confirmed("L-1", 5));

        // When
        List<String> failed = failed(checks(calls));

        // Then
        assertThat(failed).containsExactly("strategic orders were confirmed first");
    }

    @Test
    void shouldNoticeNormalOrdersThatWereStarved() {
        // Given: no normal one while strategic ones come
        List<Call> calls = calls("S-0", "S-1", "S-2", "L-0", "L-1");
        IntStream.range(0, 20).forEach(number -> calls.add(confirmed("N-" + number, 30 + number)));

        // When
        List<String> failed = failed(checks(calls));

        // Then
        assertThat(failed).containsExactly("no normal order was starved");
    }

    @Test
    void shouldNoticeThatNobodyCompeted() {
        // Given: strategic ones come when no normal one waits any more
        List<Call> calls = calls("S-0", "S-1", "S-2");
        IntStream.range(0, 20).forEach(number -> calls.add(confirmed("N-" + number, calls.size())));
        calls.add(confirmed("L-0", calls.size()));
        calls.add(confirmed("L-1", calls.size()));

        // When
        List<String> failed = failed(checks(calls));

        // Then
        assertThat(failed).containsExactly("strategic orders kept coming while normal ones waited");
    }

    private static List<Call> everything() {
        List<Call> calls = calls("S-0", "S-1", "S-2", "L-0", "L-1");
        IntStream.range(0, 20).forEach(number -> calls.add(confirmed("N-" + number, calls.size())));
        return calls;
    }

    private static List<Call> calls(String... orders) {
        List<Call> calls = new ArrayList<>();
        for (String order : orders) {
            calls.add(confirmed(order, calls.size()));
        }
        return calls;
    }

    private static Call confirmed(String order, int second) {
        return new Call(BEGAN.plusSeconds(second + 1), order, true);
    }

    private static Set<String> named(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> prefix + "-" + number)
                .collect(Collectors.toSet());
    }

    private static List<Check> checks(List<Call> calls) {
        return new Turns(STRATEGIC, NORMAL, LATER, BEGAN, calls).checks(CALLS_A_MINUTE);
    }

    private static List<String> failed(List<Check> checks) {
        return checks.stream().filter(check -> !check.passed()).map(Check::what).toList();
    }
}
