package io.crossdock.worlds.world;

import java.util.List;
import java.util.Set;

/**
 * What happens in a world. Any sublist of the steps is a script too, so that a failing one can be made small.
 *
 * @param orders how many orders there may be
 * @param features what may occur beside the ordinary
 * @param steps who does what, in this order
 */
public record Script(int orders, Set<Feature> features, List<Step> steps) {

    public Script {
        features = Set.copyOf(features);
        steps = List.copyOf(steps);
    }

    /** The same orders and features with other steps. */
    public Script withSteps(List<Step> other) {
        return new Script(orders, features, other);
    }

    /** The same orders and steps with other features. */
    public Script withFeatures(Set<Feature> other) {
        return new Script(orders, other, steps);
    }
}
