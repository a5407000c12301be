package io.crossdock.order.status;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which connection takes over from which while one system replaces another: where both claim one thing, the successor
 * decides in orders that it has a name for, the one it succeeds in all others (R35).
 *
 * @param succeeds predecessor by successor
 */
record Succession(Map<String, String> succeeds) {

    /** True if one of the two takes over from the other, be it through others. */
    boolean ties(String one, String other) {
        return isAfter(one, other) || isAfter(other, one);
    }

    /**
     * True if a connection decides among those that claim the same.
     *
     * @param rivals every connection that claims it, itself included
     * @param present connections that have a name for the order
     */
    boolean isInForce(String connection, Set<String> rivals, Set<String> present) {
        boolean takenOver = rivals.stream().anyMatch(rival -> isAfter(rival, connection) && present.contains(rival));
        boolean tooEarly =
                !present.contains(connection) && rivals.stream().anyMatch(rival -> isAfter(connection, rival));
        return !takenOver && !tooEarly;
    }

    boolean isAfter(String successor, String predecessor) {
        Set<String> seen = new HashSet<>();
        String before = succeeds.get(successor);
        while (before != null && seen.add(before)) {
            if (before.equals(predecessor)) {
                return !successor.equals(predecessor);
            }
            before = succeeds.get(before);
        }
        return false;
    }
}
