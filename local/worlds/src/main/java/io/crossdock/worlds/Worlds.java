package io.crossdock.worlds;

import io.crossdock.worlds.delivery.Delivery;
import io.crossdock.worlds.delivery.Plan;
import io.crossdock.worlds.world.Dice;
import io.crossdock.worlds.world.Feature;
import io.crossdock.worlds.world.Playwright;
import io.crossdock.worlds.world.Script;
import io.crossdock.worlds.world.Truth;
import io.crossdock.worlds.world.World;
import io.crossdock.worlds.world.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Raw records of many worlds for a real broker, and what must be published of them. Every number in a world
 * carries its seed, so that the worlds of many seeds fit into one deployment.
 */
public final class Worlds {

    private Worlds() {}

    /**
     * Records and truths of worlds.
     *
     * @param records in an order of delivery
     * @param expected the body that must be published, by orderId; nothing else may be
     */
    public record Batch(List<Written> records, Map<String, Truth> expected) {}

    private record Arriving(Written record, double at) {}

    /**
     * The worlds of the seeds from {@code from}, mixed: each is delivered out of order, with records twice and feeds read
     * again. Restores of sources are left out, because an epoch is raised by hand while the application stands still, and so are
     * mass deletions, which are held until somebody confirms them.
     */
    public static Batch batch(long from, int seeds) {
        List<Arriving> arriving = new ArrayList<>();
        Map<String, Truth> expected = new TreeMap<>();
        for (long seed = from; seed < from + seeds; seed++) {
            World world = World.play(asToldLive(Playwright.script(seed)), seed);
            world.truths().forEach(truth -> expected.put(truth.orderId(), truth));
            Dice dice = new Dice(seed);
            double begins = dice.below(1_000) / 1_000.0 * seeds;
            int place = 0;
            for (Written record : Delivery.arrivals(world.written(), Plan.of(seed))) {
                arriving.add(new Arriving(record, begins + ++place / 10.0));
            }
        }
        arriving.sort(Comparator.comparingDouble(Arriving::at));
        return new Batch(arriving.stream().map(Arriving::record).toList(), expected);
    }

    /** Feeds are watched as they arrive, so that one which is mixed with others says nothing about its source. */
    private static final Set<Feature> ABOUT_FEEDS =
            Set.of(Feature.RESTORED_SOURCE, Feature.SILENTLY_RESTORED, Feature.MASS_DELETE);

    private static Script asToldLive(Script script) {
        return script.withSteps(script.steps().stream()
                .filter(step -> step.act().feature() == null
                        || !ABOUT_FEEDS.contains(step.act().feature()))
                .toList());
    }
}
