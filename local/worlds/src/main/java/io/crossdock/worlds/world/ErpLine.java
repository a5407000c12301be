package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of a sales order. */
final class ErpLine {

    final SalesOrder order;
    final String number;
    final SaleLine line;
    /** True if the clerk typed the customer's line number. */
    final boolean namesCustomerLine;

    /** What its row in the first ledger said first, and then what the row in the ledger that took it over did. */
    private final Firsts firsts;

    private final Firsts firstsAfterwards;
    final List<Piece> pieces = new ArrayList<>();

    @Nullable
    Integer ordered;

    int cancelled;
    /** What the ledger notes of the warehouse's work; never what decides. Null if it notes nothing. */
    @Nullable
    Integer notedAllocated;

    ErpLine(SalesOrder order, String number, SaleLine line, boolean namesCustomerLine, @Nullable Integer ordered) {
        this.order = order;
        this.firsts = new Firsts(order.sale.log);
        this.firstsAfterwards = new Firsts(order.sale.log);
        this.number = number;
        this.line = line;
        this.namesCustomerLine = namesCustomerLine;
        this.ordered = ordered;
    }

    /** What the row that counts said first. */
    Firsts firsts() {
        return order.before != null ? firstsAfterwards : firsts;
    }

    /** Physical units that are somewhere in the hands of a warehouse or a carrier, or were lost by one. */
    Stream<Piece> standing() {
        return pieces.stream().filter(piece -> !piece.isGone());
    }

    /** Units that no warehouse has been asked for yet. */
    int unassigned() {
        int assigned = order.warehouseOrders.stream()
                .filter(WarehouseOrder::isStanding)
                .flatMap(warehouseOrder -> warehouseOrder.lines.stream())
                .filter(line -> line.erpLine == this)
                .mapToInt(line -> line.assigned)
                .sum();
        return ordered == null ? 2 : Math.max(0, (ordered - replaced()) * line.pieces - assigned);
    }

    /** Units of it that another article is sent for. */
    private int replaced() {
        return order.lines.stream()
                .filter(other -> other.line.insteadOf == line)
                .mapToInt(other -> Objects.requireNonNullElse(other.ordered, 0))
                .sum();
    }

    long left() {
        return standing()
                .filter(piece -> piece.place().isAtLeast(Place.SHIPPED) || piece.place() == Place.LOST)
                .count();
    }

    /** Number of the kit it is a component of; null if it stands for itself. */
    @Nullable
    String kitLine() {
        return numberOf(line.kit);
    }

    /** Number of the row whose article it replaces; null if it stands for itself. */
    @Nullable
    String replacedLine() {
        return numberOf(line.insteadOf);
    }

    private @Nullable String numberOf(@Nullable SaleLine other) {
        return order.lines.stream()
                .filter(row -> row.line == other)
                .map(row -> row.number)
                .findFirst()
                .orElse(null);
    }

    int billed() {
        return order.bills.stream()
                .filter(bill -> !bill.credit && bill.status == Bill.Status.POSTED)
                .mapToInt(bill -> bill.units(this))
                .sum();
    }

    int credited() {
        return order.bills.stream()
                .filter(bill -> bill.credit && bill.status == Bill.Status.POSTED)
                .mapToInt(bill -> bill.units(this))
                .sum();
    }
}
