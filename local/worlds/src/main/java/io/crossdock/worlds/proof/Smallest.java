package io.crossdock.worlds.proof;

import io.crossdock.worlds.delivery.Delivery;
import io.crossdock.worlds.delivery.Flaw;
import io.crossdock.worlds.delivery.Plan;
import io.crossdock.worlds.delivery.Rules;
import io.crossdock.worlds.delivery.Trouble;
import io.crossdock.worlds.world.Feature;
import io.crossdock.worlds.world.Playwright;
import io.crossdock.worlds.world.Script;
import io.crossdock.worlds.world.Step;
import io.crossdock.worlds.world.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a failing world small: takes troubles, then steps, then features away for as long as it still fails in the same
 * field.
 */
public final class Smallest {

    private final Judge judge;
    private final long seed;
    private final String kind;
    private Script script;
    private Plan plan;

    private Smallest(Judge judge, long seed) {
        this.judge = judge;
        this.seed = seed;
        this.script = Playwright.script(seed);
        this.plan = Plan.of(seed);
        this.kind = judge.differences(World.play(script), plan).getFirst().kind();
    }

    /** The smallest world that fails as the world of this seed does. */
    public static Smallest of(Rules rules, long seed) {
        return of(rules, Flaw.NONE, seed);
    }

    static Smallest of(Rules rules, Flaw flaw, long seed) {
        Smallest smallest = new Smallest(new Judge(new Delivery(rules, flaw)), seed);
        smallest.shrink();
        return smallest;
    }

    /** The story and how to repeat it. */
    public List<String> tell() {
        List<String> told = new ArrayList<>();
        told.add("");
        told.add("The world of seed " + seed + " fails in " + kind + "; made small, it is this:");
        told.add("");
        told.addAll(Story.of(judge, script, plan));
        told.add("");
        told.add("All of it: ./crossdock prove order --seed " + seed);
        return told;
    }

    int steps() {
        return script.steps().size();
    }

    private void shrink() {
        for (Trouble trouble : Trouble.values()) {
            Plan fewer = plan.without(trouble);
            if (fails(script, fewer)) {
                plan = fewer;
            }
        }
        dropSteps();
        for (Feature feature : script.features()) {
            Set<Feature> fewer = EnumSet.copyOf(script.features());
            fewer.remove(feature);
            if (fails(script.withFeatures(fewer), plan)) {
                script = script.withFeatures(fewer);
            }
        }
        dropSteps();
    }

    /** Halves first, then single steps, until none can go. */
    private void dropSteps() {
        for (int length = Math.max(1, script.steps().size() / 2); length >= 1; length /= 2) {
            for (int from = 0; from < script.steps().size(); ) {
                List<Step> rest = new ArrayList<>(script.steps());
                rest.subList(from, Math.min(rest.size(), from + length)).clear();
                if (fails(script.withSteps(rest), plan)) {
                    script = script.withSteps(rest);
                } else {
                    from += length;
                }
            }
        }
    }

    private boolean fails(Script smaller, Plan milder) {
        return judge.differences(World.play(smaller), milder).stream()
                .anyMatch(difference -> difference.kind().equals(kind));
    }
}
