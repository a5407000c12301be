package io.crossdock.transactions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Remembers from look to look since when a partition cannot be read further. */
final class Standstill {

    private final Duration patience;
    private Map<TopicPartition, Hanging> open = Map.of();

    /** {@code patience}: how long a transaction may be open; more than its timeout, and what a coordinator takes to notice. */
    Standstill(Duration patience) {
        this.patience = patience;
    }

    /** Those partitions that have stood at the same offset for longer than a transaction may be open. */
    List<Hanging> look(Map<TopicPartition, Span> spans, Instant now) {
        Map<TopicPartition, Hanging> seen = new HashMap<>();
        spans.forEach((partition, span) -> {
            if (span.isOpen()) {
                Hanging before = open.get(partition);
                Instant since = before != null && before.start() == span.committed() ? before.since() : now;
                seen.put(partition, new Hanging(partition, span.committed(), span.end(), since));
            }
        });
        open = seen;
        return seen.values().stream()
                .filter(each -> !each.since().plus(patience).isAfter(now))
                .toList();
    }
}
