package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Identifier;
import java.util.Map;

/**
 * What a mailbox must not forget even when its rows are gone.
 *
 * @param seq own emission counter; rows may carry a higher one, the greatest counts
 * @param floors per child, the counter of its last {@link Message.Drop}: what it sent up to there is void
 */
public record Head(long seq, Map<Identifier, Long> floors) {

    /** The head of a mailbox that never wrote one. */
    public static final Head NONE = new Head(0, Map.of());

    public Head {
        floors = Map.copyOf(floors);
    }
}
