package io.crossdock.worlds.proof;

import io.crossdock.worlds.world.Feature;
import io.crossdock.worlds.world.Truth;
import io.crossdock.worlds.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** In how many worlds each feature of the generator and each situation of the rules' tables really occurred. */
public final class Coverage {

    /** A situation must occur so often in 10,000 worlds. */
    public static final int LEAST = 100;

    private static final int PER = 10_000;

    private final Map<String, Integer> worlds = new TreeMap<>();

    /** What must occur often enough; what else is seen is only counted. */
    private final Set<String> required;

    /** Every feature and situation that counts, none of them seen yet. */
    public Coverage() {
        for (Feature feature : Feature.values()) {
            worlds.put(name(feature), 0);
        }
        Situations.all().forEach(situation -> worlds.put(situation, 0));
        required = Set.copyOf(worlds.keySet());
    }

    /** Adds one world. */
    void add(World world, List<Truth> truths) {
        world.seen().forEach(feature -> worlds.merge(name(feature), 1, Integer::sum));
        Stream.concat(world.situations().stream(), truths.stream().flatMap(truth -> truth.situations().stream()))
                .distinct()
                .forEach(situation -> worlds.merge(situation, 1, Integer::sum));
    }

    /** Adds what another run has seen. */
    public void add(Coverage other) {
        other.worlds.forEach((what, count) -> worlds.merge(what, count, Integer::sum));
    }

    /** By name, how many worlds. */
    public Map<String, Integer> worlds() {
        return Map.copyOf(worlds);
    }

    /** What occurred too rarely in so many worlds. */
    public List<String> tooRare(long seeds) {
        return worlds.entrySet().stream()
                .filter(entry -> required.contains(entry.getKey()))
                .filter(entry -> (long) entry.getValue() * PER < LEAST * seeds)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    static String name(Feature feature) {
        return "feature " + feature.name();
    }
}
