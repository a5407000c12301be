package io.crossdock.local.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.activity.Plan.Line;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
    private static List<Plan> plans(long seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Planner.plan(seed, number))
                .toList();
    }

    @Test
    void shouldDrawTheSameOrdersWhenTheSeedIsTheSame() {
        assertThat(plans(7, 50)).isEqualTo(plans(7, 50)).isNotEqualTo(plans(8, 50));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 42, 2026})
    void shouldEndAtLeastThirtyOfAThousandOrdersInEachStatusThatMatters(long seed) {
        // When
        Map<String, Integer> statuses = new TreeMap<>();
        Map<Scenario, Integer> scenarios = new EnumMap<>(Scenario.class);
        for (Plan plan : plans(seed, 1000)) {
            statuses.merge(plan.scenario().finalStatus(), 1, Integer::sum);
            scenarios.merge(plan.scenario(), 1, Integer::sum);
        }

        // Then
        for (String status : List.of("SHIPPED", "PARTIALLY_SHIPPED", "BACKORDERED", "CANCELLED")) {
            assertThat(statuses.getOrDefault(status, 0)).as(status).isGreaterThanOrEqualTo(30);
        }
        assertThat(scenarios.getOrDefault(Scenario.LINE_CANCELLED, 0)).isGreaterThanOrEqualTo(30);
        assertThat(scenarios).hasSameSizeAs(Scenario.values());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 42, 2026})
    void shouldShipExactlyWhatTheScenarioSays(long seed) {
        for (Plan plan : plans(seed, 1000)) {
            for (Line line : plan.goods()) {
                BigDecimal shipped = shipped(plan, line);
                BigDecimal due = line.ordered().subtract(line.cancelled());
                assertThat(shipped).as("%s %s", plan, line).isBetween(BigDecimal.ZERO, due);
                assertThat(line.cancelled().add(line.backordered())).isLessThanOrEqualTo(line.ordered());
            }
            boolean all = plan.goods().stream()
                    .allMatch(
                            line -> shipped(plan, line).compareTo(line.ordered().subtract(line.cancelled())) == 0);
            boolean some =
                    plan.goods().stream().anyMatch(line -> shipped(plan, line).signum() > 0);
            switch (plan.scenario()) {
                case SHIPPED_AT_ONCE, SHIPPED_IN_PARTS, LINE_CANCELLED, BACKORDER_FILLED, LATE_NUMBER, PACKED_ONLY -> {
                    assertThat(all).as("%s", plan).isTrue();
                    assertThat(some).as("%s", plan).isTrue();
                }
                case PARTLY_SHIPPED, SHORT_CLOSED -> {
                    assertThat(all).as("%s", plan).isFalse();
                    assertThat(some).as("%s", plan).isTrue();
                }
                case BACKORDERED, ALLOCATED_ONLY ->
                    assertThat(some).as("%s", plan).isFalse();
                case CANCELLED ->
                    assertThat(plan.lines())
                            .as("%s", plan)
                            .allMatch(line -> line.cancelled().compareTo(line.ordered()) == 0);
            }
        }
    }

    private static BigDecimal shipped(Plan plan, Line line) {
        return plan.shipments().stream()
                .flatMap(shipment -> shipment.portions().stream())
                .filter(portion -> portion.line().equals(line))
                .map(Plan.Portion::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void shouldNeverPutAnEmptyPortionOnAShipment() {
        for (Plan plan : plans(11, 1000)) {
            assertThat(plan.shipments())
                    .allSatisfy(shipment -> assertThat(shipment.portions())
                            .isNotEmpty()
                            .allMatch(portion -> portion.quantity().signum() > 0));
        }
    }

    @Test
    void shouldGiveEveryLineOfAnOrderNumbersOfItsOwn() {
        for (Plan plan : plans(12, 1000)) {
            Set<Integer> erp = new HashSet<>();
            plan.lines().forEach(line -> erp.add(line.erpLine()));
            assertThat(erp).hasSameSizeAs(plan.lines());
            assertThat(plan.goods()).isNotEmpty().allMatch(line -> line.type().equals("ITEM"));
        }
    }
}
