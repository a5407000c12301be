package io.crossdock.order.publication;

import io.crossdock.order.fact.OrderVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The compacted topic of statuses as a reader sees it, in the order in which it is written. */
final class StatusTopic {

    private final Map<String, String> orders = new TreeMap<>();
    private final Map<String, String> survivors = new TreeMap<>();
    private final Map<String, OrderVersion> versions = new HashMap<>();
    private final List<String> regressions = new ArrayList<>();
    private int written;

    void show(String orderId, OrderVersion version, String contentHash) {
        version(orderId, version);
        orders.put(orderId, contentHash);
        survivors.remove(orderId);
    }

    void end(String orderId, OrderVersion version, @Nullable String survivor) {
        version(orderId, version);
        orders.remove(orderId);
        if (survivor == null) {
            survivors.remove(orderId);
        } else {
            survivors.put(orderId, survivor);
        }
    }

    /** Hash of the last status of each order that was not ended. */
    Map<String, String> orders() {
        return orders;
    }

    /** Where an order went, by the last record before its tombstone. */
    Map<String, String> survivors() {
        return survivors;
    }

    /** Records whose version is not above the one before, of the same order. */
    List<String> regressions() {
        return regressions;
    }

    int written() {
        return written;
    }

    private void version(String orderId, OrderVersion version) {
        written++;
        OrderVersion before = versions.put(orderId, version);
        if (before != null && before.compareTo(version) >= 0) {
            regressions.add(orderId + " " + version + " after " + before);
        }
    }
}
