package io.crossdock.worlds.world;

/** The ledger's tables. */
final class Erp {

    final SourceSystem system;
    private final Log log;
    private final Table orders;
    private final Table lines;
    private final Table invoices;
    private final Table invoiceLines;
    private final Table memos;
    private final Table memoLines;
    private final Table payments;
    private final Table holds;
    private final long label;
    private int issued = 10;

    Erp(Log log, String name, long label) {
        this.label = label;
        this.log = log;
        system = new SourceSystem(log, name, SourceKind.MARIADB);
        orders = system.table("sales-orders", "sales-order", "order_no");
        lines = system.table("sales-order-lines", "sales-order", "order_no", "line_no");
        invoices = system.table("invoices", "invoice", "invoice_no");
        invoiceLines = system.table("invoice-lines", "invoice", "invoice_no", "line_no");
        memos = system.table("credit-memos", "credit-memo", "memo_no");
        memoLines = system.table("credit-memo-lines", "credit-memo", "memo_no", "line_no");
        payments = system.table("payments", "payment", "payment_no");
        holds = system.table("holds", "hold", "hold_no");
    }

    String number(String prefix) {
        return prefix + label + "-" + ++issued;
    }

    void order(SalesOrder order) {
        Firsts firsts = order.firstsIn(this);
        if (order.acceptedAt != null) {
            firsts.says("accepted", order.accepted);
        }
        firsts.says("credit-approved", order.credit == SalesOrder.Credit.APPROVED);
        firsts.says("cancelled", order.status == SalesOrder.Status.CANCELLED);
        orders.put(
                "order_no",
                order.noIn(this),
                "customer_no",
                order.sale.customer,
                "reference",
                order.before == null ? order.reference : null,
                "old_order_no",
                order.before == null ? null : order.no,
                "customer_po",
                order.customerPo,
                "status",
                order.status,
                "credit",
                order.credit,
                "terms",
                order.prepaid ? "PREPAID" : "NET30",
                "company",
                null,
                "entered_at",
                order.enteredAt,
                "accepted_at",
                order.acceptedAt,
                "updated_at",
                log.wallTime());
    }

    void line(ErpLine line) {
        line.firsts().says("cancelled", line.cancelled > 0);
        lines.put(
                "order_no",
                line.order.noIn(this),
                "line_no",
                line.number,
                "customer_line",
                line.order.before != null ? line.number : line.namesCustomerLine ? line.line.number : null,
                "kit_line",
                line.kitLine(),
                "substitute_for",
                line.replacedLine(),
                "item_no",
                line.line.sku,
                "unit",
                line.line.unit,
                "line_type",
                line.line.kind,
                "fulfilment",
                line.line.source,
                "factors",
                line.line.factors(),
                "qty_allocated",
                line.notedAllocated,
                "qty_ordered",
                line.ordered,
                "qty_cancelled",
                line.cancelled,
                "updated_at",
                log.wallTime());
    }

    void payment(Cashier.Payment payment) {
        payment.firsts.says("paid", payment.posted);
        payments.put(
                "payment_no",
                payment.no,
                "order_no",
                payment.isNamed ? payment.order.no : null,
                "status",
                payment.posted ? "POSTED" : "ANNOUNCED",
                "currency",
                "USD",
                "amount",
                payment.amount,
                "updated_at",
                log.wallTime());
    }

    void hold(Cashier.Hold hold) {
        holds.put(
                "hold_no",
                hold.no,
                "order_no",
                hold.order.no,
                "status",
                hold.lifted ? "LIFTED" : "PLACED",
                "reason",
                hold.reason,
                "updated_at",
                log.wallTime());
    }

    /** Deletes the row of a hold; what is not believed yet says nothing about the health of the feed. */
    void remove(Cashier.Hold hold, boolean isBelieved) {
        system.health().listens(isBelieved);
        holds.delete(hold.no);
        system.health().listens(true);
    }

    void bill(Bill bill) {
        bill.firsts.says("invoiced", !bill.credit && bill.status == Bill.Status.POSTED);
        int no = 0;
        Table header = bill.credit ? memos : invoices;
        Table rows = bill.credit ? memoLines : invoiceLines;
        String key = bill.credit ? "memo_no" : "invoice_no";
        header.put(
                key,
                bill.no,
                "order_no",
                bill.isCollective() ? null : bill.order.noIn(this),
                "status",
                bill.status,
                "currency",
                "USD",
                "total",
                bill.amount(),
                "updated_at",
                log.wallTime());
        for (ErpLine line : bill.units.keySet()) {
            rows.put(
                    key,
                    bill.no,
                    "line_no",
                    ++no,
                    "order_no",
                    line.order.noIn(this),
                    "order_line",
                    line.number,
                    "unit",
                    line.line.pieceUnit(),
                    "quantity",
                    bill.units(line));
        }
    }
}
