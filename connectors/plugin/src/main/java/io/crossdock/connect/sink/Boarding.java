package io.crossdock.connect.sink;

import io.crossdock.connect.call.Lane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who waits for a call, by the address they would share, and who is taken along. */
final class Boarding {

    private final int most;
    private final Map<String, Set<Seat>> waiting = new HashMap<>();

    Boarding(int most) {
        this.most = most;
    }

    synchronized void join(Seat seat) {
        waiting.computeIfAbsent(group(seat), path -> new LinkedHashSet<>()).add(seat);
    }

    synchronized void leave(Seat seat) {
        Set<Seat> group = waiting.get(group(seat));
        if (group != null) {
            group.remove(seat);
            if (group.isEmpty()) {
                waiting.remove(group(seat));
            }
        }
    }

    /**
     * Takes the driver and those who go along: express first, then who waits longest.
     *
     * @return empty if the driver has been taken along by another
     */
    synchronized List<Seat> board(Seat driver) {
        if (!driver.isWaiting()) {
            return List.of();
        }
        List<Seat> seats = new ArrayList<>(List.of(driver));
        for (Lane lane : List.of(Lane.EXPRESS, Lane.NORMAL)) {
            for (Seat seat : waiting.getOrDefault(group(driver), Set.of())) {
                if (seat != driver && seat.message().lane() == lane && seats.size() < most) {
                    seats.add(seat);
                }
            }
        }
        seats.forEach(seat -> {
            seat.take();
            leave(seat);
        });
        return seats;
    }

    private static String group(Seat seat) {
        return seat.path() + " " + seat.message().object();
    }
}
