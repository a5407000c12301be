package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** How far a shipment or a package is on its way, so that different facts about one can be compared (R100). */
final class ShipmentLife {

    private static final List<DocumentState> WAY = List.of(
            DocumentState.PLANNED,
            DocumentState.RELEASED,
            DocumentState.PICKING,
            DocumentState.PICKED,
            DocumentState.PACKED,
            DocumentState.SHIPPED,
            DocumentState.IN_TRANSIT,
            DocumentState.EXCEPTION,
            DocumentState.ATTEMPT_FAILED,
            DocumentState.OUT_FOR_DELIVERY,
            DocumentState.RETURN_TO_SENDER,
            DocumentState.LOST,
            DocumentState.DELIVERED);

    /** By rank; states that are none of a shipment come before all others, in the order of their declaration. */
    static final Comparator<DocumentState> BY_RANK = Comparator.comparingInt(
                    (DocumentState state) -> WAY.indexOf(state))
            .thenComparing(Comparator.naturalOrder());

    private static final Set<DocumentState> ASTRAY = Set.of(DocumentState.LOST, DocumentState.RETURN_TO_SENDER);

    private ShipmentLife() {}

    /** True if what left will not arrive. */
    static boolean isAstray(DocumentState state) {
        return ASTRAY.contains(state);
    }
}
