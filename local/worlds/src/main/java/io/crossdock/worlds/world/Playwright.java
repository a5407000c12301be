package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes the script of a world: a seed decides how many orders there are, what may occur and who does what. */
public final class Playwright {

    private static final int MOST_TRIES = 400;

    private Playwright() {}

    /** The script of a seed, always the same. */
    public static Script script(long seed) {
        Dice dice = new Dice(seed);
        int orders = dice.oneIn(3) ? 1 : dice.between(2, 3);
        Set<Feature> features = features(dice);
        Script script = new Script(orders, features, List.of());
        int length = dice.between(4, 16 + 20 * orders);
        return script.withSteps(steps(World.empty(script), orders, features, length, dice));
    }

    private static Set<Feature> features(Dice dice) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        int oneIn = dice.between(3, 10);
        for (Feature feature : Feature.values()) {
            if (dice.oneIn(oneIn)) {
                features.add(feature);
            }
        }
        return features;
    }

    /** People try things until enough has happened; what was impossible is not in the script. */
    private static List<Step> steps(World world, int orders, Set<Feature> features, int length, Dice dice) {
        List<Act> acts = new ArrayList<>();
        for (Act act : Act.values()) {
            if (act.feature() == null || features.contains(act.feature())) {
                acts.add(act);
            }
        }
        int weights = acts.stream().mapToInt(Act::weight).sum();
        List<Step> steps = new ArrayList<>();
        for (int tries = 0; tries < MOST_TRIES && steps.size() < length; tries++) {
            Step step = new Step(drawn(acts, dice.below(weights)), dice.below(orders), dice.salt());
            if (world.take(step)) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static Act drawn(List<Act> acts, int weight) {
        int left = weight;
        for (Act act : acts) {
            left -= act.weight();
            if (left < 0) {
                return act;
            }
        }
        throw new IllegalArgumentException("No act has the weight " + weight);
    }
}
