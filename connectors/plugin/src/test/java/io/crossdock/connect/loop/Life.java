package io.crossdock.connect.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One world from its seed: a scene, what happens in it, and what is wrong at the end. */
final class Life {

    /**
     * What came of it.
     *
     * @param wrong null if nothing is
     * @param trace what happened, step by step; empty unless something is wrong
     */
    record Outcome(
            long steps, long crashes, long faults, @Nullable String wrong, List<String> trace) {}

    private static final int CALM_STEPS = 5_000;

    private final Random random;
    private final World world;
    private final @Nullable List<String> trace;
    private long steps;
    private long crashes;
    private long faults;

    private Life(long seed, Set<Rarity> rarities, Flaw flaw, boolean traced) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        this.world = new World(Scene.of(random, rarities), flaw);
        this.trace = traced ? new ArrayList<>() : null;
    }

    /** Lives a world; one that goes wrong is lived again, to tell how. */
    static Outcome of(long seed, Set<Rarity> rarities, Flaw flaw) {
        Outcome outcome = new Life(seed, rarities, flaw, false).live();
        return outcome.wrong() == null ? outcome : new Life(seed, rarities, flaw, true).live();
    }

    private Outcome live() {
        try (world) {
            for (int step = 60 + random.nextInt(240); step > 0 && act(); step--) {
                steps++;
            }
            world.calm();
            long most = steps + CALM_STEPS;
            while (act() || world.passTime()) {
                steps++;
                if (steps > most) {
                    throw new Violation(
                            "It does not come to rest: " + world.speaker().outbox());
                }
            }
            End.check(world);
            return outcome(null);
        } catch (Violation | IllegalStateException wrong) {
            return outcome(wrong.toString());
        }
    }

    private boolean act() {
        List<Action> actions = Choices.of(world);
        List<Action> works = actions.stream()
                .filter(action -> action.kind() == Action.Kind.WORK)
                .toList();
        List<Action> troubles = actions.stream()
                .filter(action -> action.kind() != Action.Kind.WORK)
                .toList();
        boolean trouble = works.isEmpty() || random.nextInt(5) == 0;
        List<Action> from = trouble && !troubles.isEmpty() ? troubles : works;
        if (from.isEmpty()) {
            return false;
        }
        Action chosen = from.get(random.nextInt(from.size()));
        crashes += chosen.kind() == Action.Kind.CRASH ? 1 : 0;
        faults += chosen.kind() == Action.Kind.FAULT ? 1 : 0;
        if (trace != null) {
            trace.add(chosen.text().get());
        }
        world.take(chosen);
        return true;
    }

    private Outcome outcome(@Nullable String wrong) {
        return new Outcome(steps, crashes, faults, wrong, trace == null ? List.of() : trace);
    }
}
