package io.crossdock.exceptions;

import io.crossdock.contract.OpenException;
import io.crossdock.contract.OrderException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was open before a rebuild, by id: what the rebuild finds again has been open since then, and whoever took it on still does (R184).
 * Each is remembered once: what opens a second time is new.
 */
public final class Former {

    private final Map<String, OrderException> open = new ConcurrentHashMap<>();

    /** What was published last and not resolved; empty unless this epoch is rebuilt. */
    public Former(Collection<OrderException> open) {
        open.forEach(exception -> this.open.put(exception.getExceptionId(), exception));
    }

    OpenException remembers(Subject subject, Kind kind, OpenException opened) {
        OrderException before = open.isEmpty()
                ? null
                : open.remove(OpenExceptions.contract(subject.key(), kind, opened, null)
                        .getExceptionId());
        return before == null
                ? opened
                : OpenException.newBuilder(opened)
                        .setOpenedAt(before.getOpenedAt())
                        .setAcknowledgedAt(before.getAcknowledgedAt())
                        .setAcknowledgedBy(before.getAcknowledgedBy())
                        .setNote(before.getNote())
                        .build();
    }
}
