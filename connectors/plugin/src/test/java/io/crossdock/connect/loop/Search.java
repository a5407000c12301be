package io.crossdock.connect.loop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every state that a small world can get into: all interleavings of the application, the sinks and the targets, with up
 * to so many faults at any place. Breadth first, so that what is wrong is shown on a shortest way.
 */
final class Search {

    /**
     * What a search came to.
     *
     * @param states different states seen
     * @param steps steps taken, those into a state seen before too
     * @param ends states in which nothing is left to do
     * @param complete true if nothing is left to look at
     * @param failure the way to what is wrong, and what it is; empty if nothing is
     */
    record Result(long states, long steps, long ends, boolean complete, List<String> failure) {
        @Override
        public String toString() {
            return "%,d states, %,d steps, %,d ends, %s"
                    .formatted(
                            states, steps, ends, !failure.isEmpty() ? "WRONG" : complete ? "complete" : "not complete");
        }
    }

    /** A state to go on from, and how it was reached. */
    private record Place(World world, @Nullable Place before, String step) {}

    private final Map<Object, Integer> numbers = new HashMap<>();
    private final Set<List<Integer>> seen = new HashSet<>();
    private final Deque<Place> frontier = new ArrayDeque<>();
    private long steps;
    private long ends;

    /** Searches until everything was seen, something is wrong, or the time is used up. */
    Result run(Scene scene, Flaw flaw, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        enter(new Place(new World(scene, flaw), null, "nothing has happened"));
        while (!frontier.isEmpty()) {
            if (System.nanoTime() > end) {
                return result(false, List.of());
            }
            Place place = frontier.removeFirst();
            int actions = Choices.of(place.world()).size();
            int works = 0;
            for (int choice = 0; choice < actions; choice++) {
                World world = place.world().copy();
                Action action = Choices.of(world).get(choice);
                Place next = new Place(world, place, action.text().get());
                works += action.kind() == Action.Kind.WORK ? 1 : 0;
                steps++;
                try (world) {
                    world.take(action);
                    enter(next);
                } catch (Violation wrong) {
                    return result(false, way(next, wrong));
                }
            }
            if (works == 0) {
                ends++;
                try {
                    End.check(place.world());
                } catch (Violation wrong) {
                    return result(false, way(place, wrong));
                }
            }
        }
        return result(true, List.of());
    }

    private void enter(Place place) {
        if (seen.add(place.world().fingerprint(this::number))) {
            frontier.addLast(place);
        }
    }

    private int number(Object part) {
        return numbers.computeIfAbsent(part, none -> numbers.size());
    }

    private static List<String> way(Place last, Violation wrong) {
        List<String> way = new ArrayList<>();
        for (Place place = last; place != null; place = place.before()) {
            way.addFirst(place.step());
        }
        way.addLast(wrong.getMessage());
        return way;
    }

    private Result result(boolean complete, List<String> failure) {
        return new Result(seen.size(), steps, ends, complete, failure);
    }
}
