package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units of one order line on a shipment. */
final class ShipmentLine {

    final Shipment shipment;
    final String no;
    final ErpLine erpLine;
    final List<Piece> pieces = new ArrayList<>();
    /** True if its row counts in a unit that nobody can convert. */
    private boolean strange;

    /** The package that holds its units; null if the row names none. */
    @Nullable
    Carton carton;

    /** What the row says; a cancelled shipment keeps saying what it was meant to hold. */
    int quantity;

    ShipmentLine(Shipment shipment, String no, ErpLine erpLine) {
        this.shipment = shipment;
        this.no = no;
        this.erpLine = erpLine;
    }

    /** The packages its units are in: the one it names, else all of them. */
    List<Carton> packages() {
        return carton != null ? List.of(carton) : shipment.cartons;
    }

    boolean isStrange() {
        return strange;
    }

    /** The unit its row counts in. */
    String unit() {
        return strange ? "PK" : erpLine.line.pieceUnit();
    }

    void load(Piece piece) {
        strange = piece.line.strangeUnit;
        piece.on = this;
        pieces.add(piece);
        quantity = pieces.size();
    }

    /** Everything goes back to the shelf, and the row stays as it was. */
    void abandon() {
        pieces.forEach(piece -> piece.on = null);
        pieces.clear();
    }
}
