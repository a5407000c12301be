package io.crossdock.publish;

import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OutLane;
import io.crossdock.freshness.Watermarks;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.freshness.Pause;
import io.crossdock.order.freshness.PauseRule;
import io.crossdock.order.freshness.Watermark;
import io.crossdock.reference.Customers;
import io.crossdock.reference.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the sources have been read, and how important the customers are, as one task sees it. For one thread. */
final class Surroundings implements Conditions {

    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);
    private static final Set<String> SAME_DAY = Set.of("SAME_DAY", "SAME DAY");

    private final Set<String> sources;
    private final Watermarks watermarks;
    private final @Nullable Customers customers;
    private final Map<String, Boolean> paused = new HashMap<>();

    /**
     * What is around.
     *
     * @param sources connections whose heartbeats tell how far they have been read
     * @param customers null where no system tells who the customers are
     */
    Surroundings(Set<String> sources, Watermarks watermarks, @Nullable Customers customers) {
        this.sources = Set.copyOf(sources);
        this.watermarks = watermarks;
        this.customers = customers;
    }

    @Override
    public Gate of(TargetSpec target, OrderStatus status, Instant now) {
        PauseRule rule = target.pause();
        return new Gate(rule == null || !isPaused(target.name(), rule, now), completeTo(status), now.plus(LOOK_AGAIN));
    }

    @Override
    public OutLane lane(OrderStatus status) {
        boolean sameDay = status.getPriority() != null
                && SAME_DAY.contains(status.getPriority().toUpperCase(Locale.ROOT));
        boolean strategic = customers != null
                && status.getCustomer() != null
                && customers.tier(status.getCustomer()).equals(Optional.of(Tier.STRATEGIC));
        return sameDay || strategic ? OutLane.EXPRESS : OutLane.NORMAL;
    }

    private boolean isPaused(String target, PauseRule rule, Instant now) {
        boolean before = paused.getOrDefault(target, false);
        Pause pause = rule.decide(watermarks::watermark, now, before);
        if (pause.isPaused() != before) {
            LOG.warn("{}: {}", target, pause.why());
            paused.put(target, pause.isPaused());
        }
        return pause.isPaused();
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
