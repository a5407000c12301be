package io.crossdock.local.activity;

import static io.crossdock.local.activity.Desk.run;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Portion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** People at the ERP: they type orders in under a number of its own, accept, cancel, post deliveries and invoices. */
public final class ErpClerk {
    /** The ERP's clock shows local time without a zone. */
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private static final int SHORT_ID = 15;

    private final Desk desk;

    /** A clerk at the given desk. */
    public ErpClerk(Desk desk) {
        this.desk = desk;
    }

    /** Types the order in; the customer's reference is the CRM's id in one of its two forms, or nothing if that is not known. */
    public void enter(String order, String crmId, String purchaseOrder, Plan plan) {
        String reference = crmId.isEmpty() ? null : reference(crmId, plan);
        String warehouse = plan.sites().size() == 1 ? plan.sites().getFirst().name() : null;
        desk.transaction("Entering " + order, connection -> {
            LocalDateTime now = now();
            run(
                    connection,
                    "insert ignore into sales_orders (order_no, customer_no, customer_reference, customer_po, status,"
                            + " credit_status, currency, payment_terms, warehouse, requested_date, entered_at, updated_at)"
                            + " values (?, ?, ?, ?, 'ENTERED', 'PENDING', 'USD', ?, ?, ?, ?, ?)",
                    order,
                    plan.customer(),
                    reference,
                    purchaseOrder,
                    plan.prepaid() ? "PREPAID" : "NET30",
                    warehouse,
                    now.toLocalDate().plusDays(3),
                    now,
                    now);
            for (Line line : plan.lines()) {
                run(
                        connection,
                        "insert ignore into sales_order_lines (order_no, line_no, customer_line, item_no, unit, line_type,"
                                + " warehouse, qty_ordered, qty_cancelled, unit_price, updated_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
                        order,
                        line.erpLine(),
                        line.customerLine(),
                        line.sku(),
                        line.unit(),
                        line.type(),
                        line.site() == null ? null : line.site().name(),
                        line.ordered(),
                        line.price(),
                        now);
            }
        });
    }

    /** Types in, later, which order of the CRM it is. */
    public void refer(String order, String crmId, Plan plan) {
        desk.transaction(
                "Referring " + order,
                connection -> run(
                        connection,
                        "update sales_orders set customer_reference = ?, updated_at = ? where order_no = ?",
                        reference(crmId, plan),
                        now(),
                        order));
    }

    /** Accepts the order and approves the credit. */
    public void accept(String order) {
        desk.transaction("Accepting " + order, connection -> {
            LocalDateTime now = now();
            run(
                    connection,
                    "update sales_orders set status = 'ACCEPTED', credit_status = 'APPROVED', accepted_at = ?, updated_at = ?"
                            + " where order_no = ?",
                    now,
                    now,
                    order);
        });
    }

    /** Cancels so much of each line; the whole order, if nothing is left of it. */
    public void cancel(String order, List<Line> lines) {
        desk.transaction("Cancelling in " + order, connection -> {
            LocalDateTime now = now();
            for (Line line : lines) {
                cancelLine(connection, order, line, now);
            }
            if (Plan.isAllCancelled(lines)) {
                setStatus(connection, order, "CANCELLED", now);
            }
        });
    }

    /** Posts what the warehouse says it shipped. */
    public void postDelivery(String order, String delivery, Site site, String shipment, List<Portion> portions) {
        desk.transaction("Posting " + delivery, connection -> {
            run(
                    connection,
                    "insert ignore into deliveries (delivery_no, order_no, warehouse, shipment_ref, status, posted_at)"
                            + " values (?, ?, ?, ?, 'POSTED', ?)",
                    delivery,
                    order,
                    site.name(),
                    shipment,
                    now());
            int number = 1;
            for (Portion portion : portions) {
                run(
                        connection,
                        "insert ignore into delivery_lines (delivery_no, line_no, order_line_no, quantity) values (?, ?, ?, ?)",
                        delivery,
                        number++,
                        portion.line().erpLine(),
                        portion.quantity());
            }
        });
    }

    /** Invoices those units. */
    public void postInvoice(String order, String invoice, List<Portion> portions) {
        BigDecimal total = portions.stream().map(ErpClerk::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        desk.transaction("Posting " + invoice, connection -> {
            LocalDateTime now = now();
            run(
                    connection,
                    "insert ignore into invoices (invoice_no, order_no, status, invoice_date, posted_at, currency, total)"
                            + " values (?, ?, 'POSTED', ?, ?, 'USD', ?)",
                    invoice,
                    order,
                    now.toLocalDate(),
                    now,
                    total);
            int number = 1;
            for (Portion portion : portions) {
                run(
                        connection,
                        "insert ignore into invoice_lines (invoice_no, line_no, order_line_no, quantity, amount)"
                                + " values (?, ?, ?, ?, ?)",
                        invoice,
                        number++,
                        portion.line().erpLine(),
                        portion.quantity(),
                        amount(portion));
            }
        });
    }

    /** Closes an order that is shipped and invoiced. */
    public void close(String order) {
        desk.transaction("Closing " + order, connection -> setStatus(connection, order, "CLOSED", now()));
    }

    private static void cancelLine(Connection connection, String order, Line line, LocalDateTime now)
            throws SQLException {
        run(
                connection,
                "update sales_order_lines set qty_cancelled = ?, updated_at = ? where order_no = ? and line_no = ?",
                line.cancelled(),
                now,
                order,
                line.erpLine());
    }

    private static void setStatus(Connection connection, String order, String status, LocalDateTime now)
            throws SQLException {
        run(connection, "update sales_orders set status = ?, updated_at = ? where order_no = ?", status, now, order);
    }

    private static String reference(String crmId, Plan plan) {
        return plan.shortReference() ? crmId.substring(0, SHORT_ID) : crmId;
    }

    private static BigDecimal amount(Portion portion) {
        return portion.quantity().multiply(portion.line().price()).setScale(2, RoundingMode.HALF_UP);
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MILLIS);
    }
}
