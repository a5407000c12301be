package io.crossdock.track;

import io.crossdock.contract.OrderPart;
import io.crossdock.order.fact.Identifier;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The parts of the statuses a task wrote last, decoded. Dropped with the task, so that it never shows what was rolled back. */
final class DecodedParts {

    /** At about 500 bytes each this is 25 MB a task. */
    private static final int CAPACITY = 50_000;

    private final LinkedHashMap<Identifier, SortedMap<String, OrderPart>> orders =
            new LinkedHashMap<>(256, 0.75f, true);
    private int size;

    @Nullable
    SortedMap<String, OrderPart> get(Identifier self) {
        return orders.get(self);
    }

    void put(Identifier self, SortedMap<String, OrderPart> parts) {
        remove(self);
        orders.put(self, parts);
        size += parts.size();
        Iterator<SortedMap<String, OrderPart>> eldest = orders.values().iterator();
        while (size > CAPACITY && orders.size() > 1) {
            size -= eldest.next().size();
            eldest.remove();
        }
    }

    void remove(Identifier self) {
        SortedMap<String, OrderPart> gone = orders.remove(self);
        size -= gone == null ? 0 : gone.size();
    }
}
