package io.crossdock.local.activity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a number of orders.
 *
 * @param lives how many lives are over; one that shared a load is of two orders
 * @param ended orders whose lives are over
 * @param failures what went wrong with the others, a sentence each
 */
public record Summary(int lives, List<Ended> ended, List<String> failures) {
    public Summary {
        ended = List.copyOf(ended);
        failures = List.copyOf(failures);
    }

    /** How many orders ended in each scenario. */
    public Map<Scenario, Integer> byScenario() {
        Map<Scenario, Integer> counts = new EnumMap<>(Scenario.class);
        ended.forEach(one -> counts.merge(one.scenario(), 1, Integer::sum));
        return counts;
    }
}
