package io.crossdock.worlds.proof;

import io.crossdock.worlds.delivery.Delivery;
import io.crossdock.worlds.delivery.Flaw;
import io.crossdock.worlds.delivery.Plan;
import io.crossdock.worlds.delivery.Rules;
import io.crossdock.worlds.world.Playwright;
import io.crossdock.worlds.world.Script;
import io.crossdock.worlds.world.Truth;
import io.crossdock.worlds.world.World;
import io.crossdock.worlds.world.Written;
import java.util.ArrayList;
import java.util.List;

/** Tells one world so that a person can follow it: what people did, what arrived, what is true, what is told. */
public final class Story {

    private Story() {}

    /** The story of a seed. */
    public static List<String> of(Rules rules, long seed) {
        Judge judge = new Judge(new Delivery(rules, Flaw.NONE));
        return of(judge, Playwright.script(seed), Plan.of(seed));
    }

    static List<String> of(Judge judge, Script script, Plan plan) {
        World world = World.play(script);
        List<String> told = new ArrayList<>();
        told.add("What people do:");
        world.story().forEach(sentence -> told.add("  " + sentence));
        told.add("");
        told.add("What arrives, in this order" + (plan.troubles().isEmpty() ? ":" : " (" + plan.troubles() + "):"));
        for (Written record : Delivery.arrivals(world.written(), plan)) {
            told.add("  " + record.says());
        }
        told.add("");
        told.add("What is true:");
        for (Truth truth : world.truths()) {
            told.add("  " + truth.about() + ": " + truth.status().get("status") + " "
                    + truth.status().get("axes"));
        }
        told.add("");
        List<Difference> differences = judge.differences(world, plan);
        told.add(differences.isEmpty() ? "It is told as it is." : "What is told differently:");
        differences.forEach(difference -> told.add("  " + difference));
        return told;
    }
}
