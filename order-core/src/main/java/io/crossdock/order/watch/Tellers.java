package io.crossdock.order.watch;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.status.OrderStatus;
import io.crossdock.order.status.Ownership;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which connections would have told if what a limit waits for had happened: until they are heard, nobody knows that it has not (R175). */
public final class Tellers {

    private final Ownership ownership;

    /** {@code ownership} says who decides what. */
    public Tellers(Ownership ownership) {
        this.ownership = ownership;
    }

    /**
     * For a document whoever it belongs to; for an order whoever decides the milestone where its units come from; for an order in which
     * nothing happens everybody who has a name for a part of it.
     */
    public Set<String> of(Overdue overdue, OrderStatus status) {
        return switch (overdue.rule()) {
            case WatchRule.Stuck stuck ->
                status.identifiers().stream().map(Identifier::connection).collect(Collectors.toUnmodifiableSet());
            case WatchRule.Missing missing
            when !overdue.subject().equals(WatchedOrder.ORDER) ->
                Set.of(Identifier.parse(overdue.subject()).connection());
            case WatchRule.Missing missing -> ownership.deciders(missing.milestone(), places(status));
            case WatchRule.Units units -> ownership.deciders(Milestone.ALLOCATED, places(status));
            case WatchRule.Late late -> ownership.deciders(late.milestone(), places(status));
        };
    }

    private static Set<@Nullable String> places(OrderStatus status) {
        Set<@Nullable String> places = new HashSet<>();
        status.lines().forEach(line -> places.add(line.places().location()));
        if (places.isEmpty()) {
            places.add(null);
        }
        return places;
    }
}
