package io.crossdock.local.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * Places orders of one line: captured in the CRM, accepted in the ERP, released in the WMS with one shipment packed; and ships
 * them. The names differ in all three systems. Used by one thread.
 */
public final class TrialOrders implements AutoCloseable {

    /** Customer of every trial order. */
    public static final String CUSTOMER = "crossdock-trial";

    private static final ZoneId ERP_ZONE = ZoneId.of("America/Chicago");
    private static final BigDecimal QUANTITY = BigDecimal.TEN;
    private static final int RADIX = 36;

    private final CrmSession crm;
    private final Connection erp;
    private final Connection wms;
    private final String mark;
    private int placed;

    private TrialOrders(CrmSession crm, Connection erp, Connection wms, String mark) {
        this.crm = crm;
        this.erp = erp;
        this.wms = wms;
        this.mark = mark;
    }

    /** Opens all three systems of the running stack. */
    public static TrialOrders open(Secrets secrets) {
        String mark = Long.toString(Instant.now().toEpochMilli() / 100, RADIX).toUpperCase(Locale.ROOT);
        try {
            return new TrialOrders(
                    CrmSession.open(secrets),
                    DriverManager.getConnection(Jdbc.erp(), "erp_app", secrets.get(Name.ERP_PEOPLE)),
                    DriverManager.getConnection(Jdbc.wmsEast(), "wms_app", secrets.get(Name.WMS_EAST_PEOPLE)),
                    mark);
        } catch (SQLException e) {
            throw failed("open the databases", e);
        }
    }

    /** The session at the CRM. */
    public CrmSession crm() {
        return crm;
    }

    /** Text that the names of all orders placed here contain, and no others. */
    public String mark() {
        return mark;
    }

    /** Places the next order: everything is done but its leaving the house. */
    public TrialOrder place() {
        int number = ++placed;
        String crmId = capture(number);
        TrialOrder order = new TrialOrder(
                crmId,
                String.format(Locale.ROOT, "SO-%s-%d", mark, 10_000 + number),
                String.format(Locale.ROOT, "W-%s-%d", mark, 500_000 + number * 3),
                String.format(Locale.ROOT, "S-%s-%d", mark, 700_000 + number * 7));
        try {
            accept(order);
            pack(order);
        } catch (SQLException e) {
            throw failed("place order " + order.salesOrder(), e);
        }
        return order;
    }

    /** Ships an order as a person at the warehouse does, in one transaction. */
    public void ship(TrialOrder order) {
        try {
            update(
                    wms,
                    "update shipments set status = 'SHIPPED', shipped_at = clock_timestamp(),"
                            + " updated_at = clock_timestamp() where id = ?",
                    order.shipment());
        } catch (SQLException e) {
            throw failed("ship " + order.shipment(), e);
        }
    }

    /** Invoices an order as the ERP's bookkeeping does. */
    public void invoice(TrialOrder order) {
        LocalDateTime now = LocalDateTime.now(ERP_ZONE);
        String invoice = "I-" + order.salesOrder();
        try {
            update(
                    erp,
                    "insert into invoices (invoice_no, order_no, status, invoice_date, posted_at, currency, total)"
                            + " values (?, ?, 'POSTED', ?, ?, 'USD', ?)",
                    invoice,
                    order.salesOrder(),
                    now.toLocalDate(),
                    now,
                    QUANTITY);
            update(
                    erp,
                    "insert into invoice_lines (invoice_no, line_no, order_line_no, quantity, amount)"
                            + " values (?, 1, 10, ?, ?)",
                    invoice,
                    QUANTITY,
                    QUANTITY);
        } catch (SQLException e) {
            throw failed("invoice " + order.salesOrder(), e);
        }
    }

    /** Changes what a table of the ERP says of itself, and nothing that it holds, as an upgrade of the ERP does. */
    public void reshape() {
        try {
            update(erp, "alter table credit_memos comment = ?", mark + "-" + Instant.now());
        } catch (SQLException e) {
            throw failed("change a table of the ERP", e);
        }
    }

    /**
     * Ships orders in one transaction that stays open for a while, as a batch does.
     *
     * @return from the moment at which the first was shipped to the commit
     */
    public Duration shipInOneBatch(List<TrialOrder> orders, Duration open) {
        try {
            wms.setAutoCommit(false);
            long began = System.nanoTime();
            orders.forEach(this::ship);
            Pause.millis(open.toMillis());
            wms.commit();
            Duration lasted = Duration.ofNanos(System.nanoTime() - began);
            wms.setAutoCommit(true);
            return lasted;
        } catch (SQLException e) {
            throw failed("ship " + orders.size() + " orders in one batch", e);
        }
    }

    @Override
    public void close() {
        try {
            erp.close();
            wms.close();
        } catch (SQLException e) {
            throw failed("close the databases", e);
        }
    }

    private String capture(int number) {
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("Customer_Code__c", CUSTOMER)
                .put("PoNumber", "PO-" + mark + "-" + number)
                .put("Status", "Activated")
                .put("EffectiveDate", LocalDate.now(ZoneOffset.UTC).toString())
                .put("CurrencyIsoCode", "USD");
        String crmId = crm.create("Order", order);
        ObjectNode item = JsonNodeFactory.instance
                .objectNode()
                .put("OrderId", crmId)
                .put("LineNumber__c", 1)
                .put("ProductCode__c", "TRIAL-BOLT")
                .put("Unit__c", "EA")
                .put("Quantity", QUANTITY)
                .put("UnitPrice", BigDecimal.ONE)
                .put("Type__c", "ITEM");
        crm.createAll("OrderItem", List.of(item));
        return crmId;
    }

    private void accept(TrialOrder order) throws SQLException {
        LocalDateTime now = LocalDateTime.now(ERP_ZONE);
        update(
                erp,
                "insert into sales_orders (order_no, customer_no, customer_reference, status, credit_status, currency,"
                        + " payment_terms, warehouse, entered_at, accepted_at, updated_at)"
                        + " values (?, ?, ?, 'ACCEPTED', 'APPROVED', 'USD', 'NET30', 'EAST', ?, ?, ?)",
                order.salesOrder(),
                CUSTOMER,
                order.crmId(),
                now,
                now,
                now);
        update(
                erp,
                "insert into sales_order_lines (order_no, line_no, customer_line, item_no, unit, line_type, qty_ordered,"
                        + " unit_price, updated_at) values (?, 10, 1, 'TRIAL-BOLT', 'EA', 'ITEM', ?, 1, ?)",
                order.salesOrder(),
                QUANTITY,
                now);
    }

    private void pack(TrialOrder order) throws SQLException {
        update(
                wms,
                "insert into orders (id, erp_order_no, customer_code, warehouse, status)"
                        + " values (?, ?, ?, 'EAST', 'RELEASED')",
                order.warehouseOrder(),
                order.salesOrder(),
                CUSTOMER);
        update(
                wms,
                "insert into order_lines (order_id, line_no, erp_line_no, sku, unit, qty_ordered, qty_allocated)"
                        + " values (?, 1, 10, 'TRIAL-BOLT', 'EA', ?, ?)",
                order.warehouseOrder(),
                QUANTITY,
                QUANTITY);
        update(
                wms,
                "insert into shipments (id, erp_order_no, status, warehouse, carrier, picked_at, packed_at)"
                        + " values (?, ?, 'PACKED', 'EAST', 'UPS', now(), now())",
                order.shipment(),
                order.salesOrder());
        update(
                wms,
                "insert into shipment_lines (shipment_id, line_no, erp_order_no, erp_line_no, sku, unit, quantity)"
                        + " values (?, 1, ?, 10, 'TRIAL-BOLT', 'EA', ?)",
                order.shipment(),
                order.salesOrder(),
                QUANTITY);
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private static StackFailure failed(String what, SQLException cause) {
        return new StackFailure("Could not " + what + ": " + cause.getMessage() + ".", cause);
    }
}
