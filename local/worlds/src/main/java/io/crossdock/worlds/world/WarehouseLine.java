package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;

/** A line of a warehouse order with its counters. */
final class WarehouseLine {

    final WarehouseOrder order;
    final String no;
    final ErpLine erpLine;
    /** Units the warehouse was asked for. */
    int assigned;

    final List<Piece> pieces = new ArrayList<>();
    final Firsts firsts;
    int backordered;
    /** True if this house counts the article in a unit that nobody can convert. */
    boolean strangeUnit;

    boolean closed;

    WarehouseLine(WarehouseOrder order, String no, ErpLine erpLine, int assigned) {
        this.order = order;
        this.firsts = new Firsts(erpLine.order.sale.log);
        this.no = no;
        this.erpLine = erpLine;
        this.assigned = assigned;
    }

    /** Units set aside so far, lost ones and those that left included: the counter never forgets them. */
    int allocated() {
        return pieces.size();
    }

    /** Units still to be set aside; a lost one has to be sent again. */
    int toAllocate() {
        long lost = pieces.stream().filter(piece -> piece.place() == Place.LOST).count();
        return (int) Math.max(0, assigned - pieces.size() + lost);
    }

    /** Units given up by a closed line: asked for and neither sent nor still under way to the customer. */
    long givenUp() {
        if (!closed || order.deleted) {
            return 0;
        }
        long sent = pieces.stream()
                .filter(piece -> piece.place().isAtLeast(Place.SHIPPED))
                .count();
        return Math.max(0, assigned - sent);
    }

    Piece setAside() {
        Piece piece = new Piece(this);
        pieces.add(piece);
        erpLine.pieces.add(piece);
        return piece;
    }

    void putBack(Piece piece) {
        piece.putBack();
        pieces.remove(piece);
        erpLine.pieces.remove(piece);
    }
}
