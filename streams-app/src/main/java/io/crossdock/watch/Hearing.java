package io.crossdock.watch;

import io.crossdock.freshness.Watermarks;
import io.crossdock.order.freshness.Watermark;
import io.crossdock.order.status.OrderStatus;
import io.crossdock.order.watch.Overdue;
import io.crossdock.order.watch.Tellers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Tells <em>not done</em> from <em>not heard yet</em> (R175). A source of which nothing is known is not waited for. */
public final class Hearing {

    private final Tellers tellers;
    private final Watermarks watermarks;

    /** Asks {@code watermarks} of those whom {@code tellers} names. */
    public Hearing(Tellers tellers, Watermarks watermarks) {
        this.tellers = tellers;
        this.watermarks = watermarks;
    }

    /** How far the source that is furthest behind is, if one has not been read past when it was due; empty if all have. */
    Optional<Duration> behind(Overdue overdue, OrderStatus status, Instant now) {
        return tellers.of(overdue, status).stream()
                .flatMap(connection -> watermarks.watermark(connection).stream())
                .filter(known -> known.at().isBefore(overdue.due()))
                .min(Comparator.comparing(Watermark::at))
                .map(known -> known.age(now));
    }
}
