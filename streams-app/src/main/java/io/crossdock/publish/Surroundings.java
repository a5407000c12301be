package io.crossdock.publish;

import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OutLane;
import io.crossdock.flow.Tracked;
import io.crossdock.freshness.Pauses;
import io.crossdock.freshness.Watermarks;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.freshness.PauseRule;
import io.crossdock.order.freshness.Watermark;
import io.crossdock.systems.Manner;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far the sources have been read as one task sees it, and how urgent an order is. For one thread. */
final class Surroundings implements Conditions {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

    private final Set<String> sources;
    private final Watermarks watermarks;
    private final Pauses pauses;

    /**
     * What is around.
     *
     * @param sources connections whose heartbeats tell how far they have been read
     * @param pauses who is paused, for whoever asks
     */
    Surroundings(Set<String> sources, Watermarks watermarks, Pauses pauses) {
        this.sources = Set.copyOf(sources);
        this.watermarks = watermarks;
        this.pauses = pauses;
    }

    @Override
    public Gate of(TargetSpec target, OrderStatus status, Instant now) {
        PauseRule rule = target.pause();
        boolean open = rule == null
                || !pauses.look(target.name(), rule, watermarks::watermark, now).isPaused();
        return new Gate(open, completeTo(status), now.plus(LOOK_AGAIN));
    }

    @Override
    public OutLane lane(TargetSpec target, Tracked.Order order) {
        Manner manner = target.manner();
        String priority = order.status().getPriority();
        boolean urgent = priority != null && manner.expressPriorities().contains(priority.toUpperCase(Locale.ROOT));
        return urgent || isImportant(order, manner) ? OutLane.EXPRESS : OutLane.NORMAL;
    }

    private static boolean isImportant(Tracked.Order order, Manner manner) {
        String tier = order.stake().get().tier();
        return tier != null && manner.expressTiers().contains(tier);
    }

    /** The least of what is known of the sources that speak of the order; null if one of them is not known. */
    private @Nullable Instant completeTo(OrderStatus status) {
        List<Optional<Watermark>> known = status.getIdentifiers().stream()
                .map(identifier -> Identifier.parse(identifier).connection())
                .filter(sources::contains)
                .collect(Collectors.toSet())
                .stream()
                .map(watermarks::watermark)
                .toList();
        return known.stream().anyMatch(Optional::isEmpty)
                ? null
                : known.stream()
                        .flatMap(Optional::stream)
                        .map(Watermark::landedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }
}
