package io.crossdock.publish;

import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OutLane;
import io.crossdock.freshness.Pauses;
import io.crossdock.freshness.Watermarks;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.freshness.PauseRule;
import io.crossdock.order.freshness.Watermark;
import io.crossdock.reference.Customers;
import io.crossdock.reference.Tier;
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

/** How far the sources have been read, and how important the customers are, as one task sees it. For one thread. */
final class Surroundings implements Conditions {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

    private final Set<String> sources;
    private final Watermarks watermarks;
    private final @Nullable Customers customers;
    private final Pauses pauses;

    /**
     * What is around.
     *
     * @param sources connections whose heartbeats tell how far they have been read
     * @param customers null where no system tells who the customers are
     * @param pauses who is paused, for whoever asks
     */
    Surroundings(Set<String> sources, Watermarks watermarks, @Nullable Customers customers, Pauses pauses) {
        this.sources = Set.copyOf(sources);
        this.watermarks = watermarks;
        this.customers = customers;
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
    public OutLane lane(TargetSpec target, OrderStatus status) {
        Manner manner = target.manner();
        boolean urgent = status.getPriority() != null
                && manner.expressPriorities().contains(status.getPriority().toUpperCase(Locale.ROOT));
        boolean important = customers != null
                && status.getCustomer() != null
                && customers
                        .tier(status.getCustomer())
                        .map(Tier::name)
                        .filter(manner.expressTiers()::contains)
                        .isPresent();
        return urgent || important ? OutLane.EXPRESS : OutLane.NORMAL;
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
