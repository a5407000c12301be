package io.crossdock.local.prove.seen;

import io.crossdock.local.prove.broker.Metrics;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.util.Map;
import java.util.Set;

/** What an instance could answer for, worked on or copied. */
public final class CompleteStores {

    /** Those that an answer about an order is read from. */
    private static final Set<String> STORES = Set.of("mailboxes", "orders", "order-parts", "archive");

    private CompleteStores() {}

    /** Of how many partitions it has the orders completely; 0 if it does not answer. */
    public static int orders(AppInstance instance) {
        Answer answer = Http.get(instance.management().url() + "/metrics", Map.of());
        if (!answer.isOk()) {
            return 0;
        }
        Map<String, Long> complete =
                Metrics.parse(answer.body()).sums("crossdock_store_partitions_complete", Map.of(), "store");
        return STORES.stream()
                .mapToInt(store -> complete.getOrDefault(store, 0L).intValue())
                .min()
                .orElse(0);
    }
}
