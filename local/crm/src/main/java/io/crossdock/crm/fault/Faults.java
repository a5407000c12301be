package io.crossdock.crm.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults in force, by name, in the order they were added, and how many requests each has hit. */
public final class Faults {
    private final Map<String, FaultInForce> byName = new LinkedHashMap<>();

    /** A fault as it stands. */
    public record Standing(Fault fault, int hits, boolean inForce) {}

    /** Puts a fault in force, in place of the former one of its name; its count begins at none. */
    public synchronized void put(Fault fault) {
        byName.put(fault.nameOrUnnamed(), new FaultInForce(fault));
    }

    /** Takes one away, and its count with it; nothing if there is none of that name. */
    public synchronized void remove(String name) {
        byName.remove(name);
    }

    /** Takes them all away. */
    public synchronized void clear() {
        byName.clear();
    }

    /**
     * What happens to this request, or null for nothing. Every fault rolls its own dice, so that its share does not depend on the
     * others. All that only slow down add up; of those that fail, the first one added does, and only it counts a hit.
     */
    public synchronized @Nullable Hit hit(String method, @Nullable String object) {
        int slowMs = 0;
        Fault failure = null;
        List<String> labels = new ArrayList<>();
        for (FaultInForce each : byName.values()) {
            if (each.wants(method, object) && (each.fault().isOnlySlow() || failure == null)) {
                each.countHit();
                slowMs += each.fault().slowMs();
                labels.add(each.fault().label());
                failure = each.fault().isOnlySlow() ? failure : each.fault();
            }
        }
        return labels.isEmpty() ? null : new Hit(slowMs, failure, String.join("+", labels));
    }

    /** All of them, those that are used up included. */
    public synchronized List<Standing> all() {
        return byName.values().stream()
                .map(each -> new Standing(each.fault(), each.hits(), each.isInForce()))
                .toList();
    }
}
