package io.crossdock.worlds.delivery;

import io.crossdock.worlds.world.Dice;
import io.crossdock.worlds.world.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Puts the records of a world in the order in which they arrive. */
final class Arrivals {

    private Arrivals() {}

    static List<Written> of(List<Written> written, Plan plan) {
        Dice dice = new Dice(plan.seed());
        List<Written> arriving = new ArrayList<>();
        for (Written record : written) {
            arriving.add(record);
            if (plan.has(Trouble.DUPLICATED) && dice.oneIn(6)) {
                arriving.add(record);
            }
        }
        if (plan.has(Trouble.SHUFFLED)) {
            shuffle(arriving, dice);
        }
        if (plan.has(Trouble.REPLAYED) && !written.isEmpty() && dice.oneIn(2)) {
            replay(arriving, written, dice);
        }
        return arriving;
    }

    /** Half of the time anything goes; half of the time feeds are late as a whole and keep their own order. */
    private static void shuffle(List<Written> arriving, Dice dice) {
        if (dice.oneIn(2)) {
            for (int i = arriving.size() - 1; i > 0; i--) {
                Collections.swap(arriving, i, dice.below(i + 1));
            }
            return;
        }
        int salt = dice.salt();
        int most = 1 + arriving.size() / 2;
        arriving.sort(Comparator.comparingInt(record -> record.number() + lateness(record, salt, most)));
    }

    private static int lateness(Written record, int salt, int most) {
        return Math.floorMod((record.connection() + record.entity()).hashCode() * 31 + salt, most);
    }

    private static void replay(List<Written> arriving, List<Written> written, Dice dice) {
        Written last = written.get(dice.below(written.size()));
        List<Written> again = written.stream()
                .filter(record -> record.connection().equals(last.connection()) && record.number() <= last.number())
                .toList();
        int at = dice.below(arriving.size() + 1);
        arriving.addAll(at, again);
    }
}
