package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;

/** Units of one order line on a shipment. */
final class ShipmentLine {

    final Shipment shipment;
    final String no;
    final ErpLine erpLine;
    final List<Piece> pieces = new ArrayList<>();
    /** What the row says; a cancelled shipment keeps saying what it was meant to hold. */
    int quantity;

    ShipmentLine(Shipment shipment, String no, ErpLine erpLine) {
        this.shipment = shipment;
        this.no = no;
        this.erpLine = erpLine;
    }

    void load(Piece piece) {
        piece.on = this;
        pieces.add(piece);
        quantity = pieces.size();
    }

    void unload(Piece piece) {
        piece.on = null;
        pieces.remove(piece);
        quantity = pieces.size();
    }

    /** Everything goes back to the shelf, and the row stays as it was. */
    void abandon() {
        pieces.forEach(piece -> piece.on = null);
        pieces.clear();
    }
}
