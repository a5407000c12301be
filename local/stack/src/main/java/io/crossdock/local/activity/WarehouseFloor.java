package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Portion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People on a warehouse's floor: they plan shipments, pick, pack and ship them. */
public interface WarehouseFloor {

    /**
     * What a shipment holds of one sales order.
     *
     * @param salesOrder its number; null if nobody has typed it in
     * @param portions units of its lines
     */
    record Part(@Nullable String salesOrder, List<Portion> portions) {
        public Part {
            portions = List.copyOf(portions);
        }
    }

    /** A package. */
    record Carton(String sscc, String tracking) {}

    /** Plans a shipment for one sales order or several. */
    void plan(String id, String carrier, List<Part> parts);

    /** Starts to pick. */
    void startPicking(String id);

    /** Gives a shipment up before it is picked. */
    void giveUp(String id);

    /** Has picked everything on it. */
    void picked(String id);

    /** Has packed everything on it into cartons, one tracking number each. */
    void packed(String id, String carrier, List<Carton> cartons);

    /** Has handed the shipment to the carrier. */
    void shipped(String id);

    /** Types in, after all, which sales orders the shipment was for; the parts are those it was planned with. */
    void typeInNumbers(String id, List<Part> parts);

    /** The number that the whole shipment is for; null for several, or while it is not known. */
    static @Nullable String onlyOrder(List<Part> parts) {
        return parts.size() == 1 ? parts.getFirst().salesOrder() : null;
    }
}
