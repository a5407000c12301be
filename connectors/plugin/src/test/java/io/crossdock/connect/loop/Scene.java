package io.crossdock.connect.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * What there is in a world, and what may happen to it.
 *
 * @param contents what the order is, one after the other
 * @param links whether it is linked to the mailbox above, one after the other
 * @param targets the targets, by name
 * @param settle how long effects wait, in ticks
 * @param grace how long a drift is left alone, in ticks
 * @param faults how many faults there are at most
 * @param rarities what else may happen
 * @param stillClock true if time passes only when a target changes, so that equal worlds are equal
 */
record Scene(
        List<Content> contents,
        List<Boolean> links,
        Map<String, TargetSystem.Kind> targets,
        int settle,
        int grace,
        int faults,
        Set<Rarity> rarities,
        boolean stillClock) {

    /** A scene of its own for each seed. */
    static Scene of(Random random, Set<Rarity> rarities) {
        List<Content> contents = new ArrayList<>();
        int effects = 0;
        int many = 2 + random.nextInt(5);
        for (int one = 0; one < many; one++) {
            effects += random.nextInt(3) == 0 ? 1 : 0;
            boolean last = one == many - 1;
            int refused = last ? -1 : World.REFUSED;
            int value = random.nextInt(8) == 0 && !last ? refused : 1 + random.nextInt(4);
            int variant = random.nextInt(8) == 0 && !last ? refused : 1 + random.nextInt(2);
            contents.add(new Content(value, effects, variant));
        }
        List<Boolean> links = new ArrayList<>();
        int most = rarities.contains(Rarity.LINK_TAKEN_BACK) ? 3 : 1;
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            links.add(links.size() % 2 == 0);
        }
        return new Scene(
                contents,
                links,
                bothKinds(),
                random.nextInt(3) * 5,
                random.nextInt(3) * 10,
                5 + random.nextInt(60),
                rarities,
                false);
    }

    /**
     * One order, two targets, few versions.
     *
     * @param effects how many effects the last version asks for
     * @param handedOver true if another mailbox speaks for the order in the end
     */
    static Scene small(int versions, int effects, boolean handedOver, int faults) {
        List<Content> contents = new ArrayList<>();
        for (int version = 1; version <= versions; version++) {
            contents.add(new Content(version, version == versions ? effects : 0, 1));
        }
        return new Scene(contents, handedOver ? List.of(true) : List.of(), bothKinds(), 0, 0, faults, Set.of(), true);
    }

    private static Map<String, TargetSystem.Kind> bothKinds() {
        Map<String, TargetSystem.Kind> targets = new TreeMap<>();
        targets.put("crm", TargetSystem.Kind.RECORD);
        targets.put("wms", TargetSystem.Kind.TABLE);
        return targets;
    }

    Rules rules(Flaw flaw) {
        return new Rules(List.copyOf(targets.keySet()), 1, Duration.ofMillis(settle), Duration.ofMillis(grace), flaw);
    }

    /** True if a link that once stood is taken back. */
    boolean takesBack() {
        return links.contains(false);
    }
}
