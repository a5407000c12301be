package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order in a ledger. */
final class SalesOrder {

    /** Its state there. */
    enum Status {
        ENTERED,
        ACCEPTED,
        ON_HOLD,
        CANCELLED,
        CLOSED
    }

    /** What the credit department says. */
    enum Credit {
        PENDING,
        APPROVED,
        REFUSED
    }

    final Sale sale;
    /** Its number in the ledger it was entered in; warehouses keep using it. */
    final String no;

    final String enteredAt;
    /** The same time, milliseconds since 1970. */
    final long entered;
    /** What its record in the first ledger said first. */
    private final Firsts firsts;
    /** What its record in the ledger that took it over said first. */
    private final Firsts firstsAfterwards;

    final List<ErpLine> lines = new ArrayList<>();
    final List<WarehouseOrder> warehouseOrders = new ArrayList<>();
    final List<Bill> bills = new ArrayList<>();
    final List<Comeback> comebacks = new ArrayList<>();
    final List<Cashier.Payment> payments = new ArrayList<>();
    final List<Cashier.Hold> holds = new ArrayList<>();
    /** The ledger that keeps it. */
    Erp ledger;
    /** The ledger it was taken over from; null if it was not. */
    @Nullable
    Erp before;
    /** Its number in the ledger that took it over; null if none did. */
    @Nullable
    String newNo;

    Status status = Status.ENTERED;
    Credit credit = Credit.PENDING;
    boolean prepaid;

    @Nullable
    String acceptedAt;
    /** The same time, milliseconds since 1970. */
    long accepted;
    /** What the clerk typed as the customer's reference; null if nothing. */
    @Nullable
    String reference;
    /** What the clerk typed as the customer's number for the order; null if nothing. */
    @Nullable
    String customerPo;

    SalesOrder(Sale sale, Erp ledger, String no, Log log) {
        this.enteredAt = log.wallTime();
        this.entered = log.now();
        this.firsts = new Firsts(log);
        this.firstsAfterwards = new Firsts(log);
        this.ledger = ledger;
        this.sale = sale;
        this.no = no;
    }

    /** What its record in a ledger said first. */
    Firsts firstsIn(Erp book) {
        return before != null && book == ledger ? firstsAfterwards : firsts;
    }

    /** What the record that counts said first. */
    Firsts firsts() {
        return firstsIn(ledger);
    }

    String name() {
        return "erp:sales-order:" + no;
    }

    /** Its number in one of the ledgers. */
    String noIn(Erp book) {
        return newNo != null && book == ledger ? newNo : no;
    }

    boolean isAccepted() {
        return acceptedAt != null;
    }

    boolean isAlive() {
        return status != Status.CANCELLED && status != Status.CLOSED;
    }

    /** True if the reference is the id of the sale's order in the CRM, in the long or the short form. */
    boolean namesItsCrmOrder() {
        return sale.crmId != null && names(sale.crmId);
    }

    /** True if the reference is this id of the CRM, in the long or the short form. */
    boolean names(String crmId) {
        return reference != null && reference.length() >= 15 && crmId.startsWith(reference);
    }

    /** True if its own reference or the record in the CRM says whose order it is. */
    boolean isLinked() {
        return namesItsCrmOrder() || sale.namedInCrm == this;
    }

    /** True if nothing that is believed makes it somebody else's order. */
    boolean isRightlyTied(World world) {
        String to = Belonging.of(world, this).to();
        return !namesAStranger() && (to == null || to.equals(sale.crmId) || to.equals(sale.copyId));
    }

    /** True if the reference is the id of somebody else's order. */
    boolean namesAStranger() {
        return reference != null && reference.startsWith("801") && !namesItsCrmOrder();
    }
}
