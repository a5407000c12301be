package io.crossdock.local.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.activity.Plan.Line;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
                case SHIPPED_AT_ONCE,
                        SHIPPED_IN_PARTS,
                        LINE_CANCELLED,
                        BACKORDER_FILLED,
                        PHONED_IN,
                        CONSOLIDATED,
                        LATE_NUMBER,
                        PACKED_ONLY -> {
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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 42, 2026})
    void shouldLetEachWarehouseShipItsOwnLinesAndSplitEnoughOrders(long seed) {
        // Given
        List<Plan> plans = plans(seed, 1000);

        // Then
        assertThat(plans)
                .allSatisfy(plan -> assertThat(plan.shipments())
                        .allSatisfy(shipment -> assertThat(shipment.portions())
                                .allMatch(portion -> portion.line().site() == shipment.site())));
        assertThat(plans.stream().filter(plan -> plan.sites().size() == 2)).hasSizeGreaterThan(100);
        assertThat(plans.stream().filter(plan -> plan.sites().equals(List.of(Site.WEST, Site.EAST))))
                .as("the west first")
                .hasSizeGreaterThan(30);
        // One house is left with nothing to ship because its only line is cancelled.
        assertThat(plans.stream()
                        .filter(plan -> plan.scenario() == Scenario.LINE_CANCELLED
                                && plan.sites().size() == 2)
                        .filter(plan -> plan.shipments().stream()
                                        .map(Plan.Shipment::site)
                                        .distinct()
                                        .count()
                                == 1))
                .isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 42, 2026})
    void shouldPutTwoOrdersOfOneCustomerOnOneLoadInTheWest(long seed) {
        // Given
        List<Plan> shared = plans(seed, 1000).stream()
                .filter(plan -> plan.scenario() == Scenario.CONSOLIDATED)
                .toList();

        // Then
        assertThat(shared).hasSizeGreaterThanOrEqualTo(10).allSatisfy(plan -> {
            Plan companion = Objects.requireNonNull(plan.companion());
            assertThat(companion.customer()).isEqualTo(plan.customer());
            assertThat(plan.sites()).containsExactly(Site.WEST);
            assertThat(companion.sites()).containsExactly(Site.WEST);
            assertThat(plan.shipments()).hasSize(1);
            assertThat(companion.shipments()).hasSize(1);
        });
        assertThat(shared)
                .as("the companion's number comes late, or not")
                .anyMatch(plan -> isLate(Objects.requireNonNull(plan.companion())))
                .anyMatch(plan -> !isLate(Objects.requireNonNull(plan.companion())));
    }

    private static boolean isLate(Plan plan) {
        return plan.shipments().getFirst().lateNumber();
    }

    @Test
    void shouldTypeReferencesInAtEveryMomentWhenOrdersArePhonedIn() {
        assertThat(plans(7, 1000).stream()
                        .filter(plan -> plan.scenario() == Scenario.PHONED_IN)
                        .map(Plan::referenceComes)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        Plan.Moment.BEFORE_HAND_OVER, Plan.Moment.WHILE_PACKED, Plan.Moment.AFTER_SHIPPED);
    }
}
