package io.crossdock.local.prove.golive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The three systems as they were before Crossdock: open orders of one line, and in the CRM what the old way had written there. */
final class OldWorld implements AutoCloseable {

    /** Customer of every one of them. */
    static final String CUSTOMER = "GL-C";

    private static final int BATCH = 10_000;
    private static final List<String> OURS = List.of(
            "crossdock_order_id__c",
            "crossdock_status__c",
            "crossdock_billing__c",
            "crossdock_milestones__c",
            "crossdock_shipments__c",
            "crossdock_tracking__c",
            "crossdock_shipped_at__c");

    private final Connection crm;
    private final Connection erp;
    private final Connection wms;

    private OldWorld(Connection crm, Connection erp, Connection wms) {
        this.crm = crm;
        this.erp = erp;
        this.wms = wms;
    }

    static OldWorld open(Secrets secrets) {
        try {
            return new OldWorld(
                    DriverManager.getConnection(Jdbc.crm(), "crm", secrets.get(Name.CRM_DB)),
                    DriverManager.getConnection(Jdbc.erp(), "erp_app", secrets.get(Name.ERP_PEOPLE)),
                    DriverManager.getConnection(Jdbc.wmsEast(), "wms_app", secrets.get(Name.WMS_EAST_PEOPLE)));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Rows that an order makes in all tables. */
    static int rows(OldOrder order) {
        return order.isInWarehouse() ? 5 : 3;
    }

    /** Puts orders {@code from} to {@code to} into all three systems; {@code shown} says what the old way wrote of one into the CRM. */
    void load(int from, int to, Function<OldOrder, ObjectNode> shown, Progress progress) {
        for (int begin = from; begin <= to; begin += BATCH) {
            int end = Math.min(to, begin + BATCH - 1);
            try {
                inCrm(begin, end, shown);
                inErp(begin, end);
                inWarehouse(begin, end);
            } catch (SQLException e) {
                throw failed(e);
            }
            progress.step("load", end + " of " + to + " orders stand in all three systems");
        }
    }

    private void inCrm(int from, int to, Function<OldOrder, ObjectNode> shown) throws SQLException {
        String sql = """
                insert into sobject (id, type, fields, created_at, system_modstamp)
                select i, 'Order', jsonb_strip_nulls(jsonb_build_object('OrderNumber', (80000000 + n)::text,
                         'Customer_Code__c', ?, 'PoNumber', 'GLPO-' || n, 'Status', 'Activated', 'CurrencyIsoCode', 'USD',
                         'EffectiveDate', '2026-10-01') || f::jsonb),
                       '2026-10-01T12:00:00Z', timestamptz '2026-10-01T12:00:00Z' + n * interval '1 millisecond'
                  from unnest(?::text[], ?::int[], ?::text[]) as t (i, n, f)""";
        OldOrder[] orders =
                IntStream.rangeClosed(from, to).mapToObj(OldOrder::new).toArray(OldOrder[]::new);
        try (PreparedStatement insert = crm.prepareStatement(sql)) {
            insert.setString(1, CUSTOMER);
            insert.setArray(2, crm.createArrayOf("text", each(orders, OldOrder::crmId)));
            insert.setArray(3, crm.createArrayOf("int4", each(orders, OldOrder::number)));
            insert.setArray(
                    4,
                    crm.createArrayOf(
                            "text", each(orders, order -> shown.apply(order).toString())));
            insert.executeUpdate();
        }
    }

    private static Object[] each(OldOrder[] orders, Function<OldOrder, Object> column) {
        return java.util.Arrays.stream(orders).map(column).toArray();
    }

    private void inErp(int from, int to) throws SQLException {
        String numbers = " from seq_" + from + "_to_" + to;
        run(erp, """
                insert into sales_orders (order_no, customer_no, customer_reference, customer_po, status, credit_status,
                  currency, payment_terms, warehouse, requested_date, entered_at, accepted_at, updated_at)
                select concat('GL-', lpad(seq, 7, '0')), '%s', concat('8019z', lpad(seq, 10, '0'), 'AAA'),
                  concat('GLPO-', seq), if(seq %% 4 = 0, 'ACCEPTED', 'ENTERED'), if(seq %% 4 = 0, 'APPROVED', 'PENDING'),
                  'USD', 'NET30', 'EAST', '2027-03-01', '2026-10-01 07:05:00', if(seq %% 4 = 0, '2026-10-01 07:06:00', null),
                  '2026-10-01 07:06:00'""".formatted(CUSTOMER) + numbers);
        // As VALUES: with INSERT … SELECT the table's trigger sees no order_no (MariaDB 11.4).
        run(
                erp,
                "insert into sales_order_lines (order_no, line_no, customer_line, item_no, unit, line_type, qty_ordered,"
                        + " qty_cancelled, unit_price, updated_at) values "
                        + IntStream.rangeClosed(from, to)
                                .mapToObj(number -> "('" + new OldOrder(number).salesOrder()
                                        + "', 10, 1, 'SKU-1000', 'EA', 'ITEM', 10, 0, 1.50, '2026-10-01 07:06:00')")
                                .collect(Collectors.joining(",")));
    }

    private void inWarehouse(int from, int to) throws SQLException {
        String numbers = " from generate_series(" + from + ", " + to + ") n where n % 4 = 0";
        run(wms, """
                insert into orders (id, erp_order_no, customer_code, warehouse, status, created_at, updated_at)
                select 'GLW-' || lpad(n::text, 7, '0'), 'GL-' || lpad(n::text, 7, '0'), '%s', 'EAST', 'ALLOCATED',
                  '2026-10-01T12:10:00Z', '2026-10-01T12:11:00Z'""".formatted(CUSTOMER) + numbers);
        run(wms, """
                insert into order_lines (order_id, line_no, erp_line_no, sku, unit, qty_ordered, qty_allocated, updated_at)
                select 'GLW-' || lpad(n::text, 7, '0'), 1, 10, 'SKU-1000', 'EA', 10, 10, '2026-10-01T12:11:00Z'""" + numbers);
    }

    /** The warehouse releases one of its orders. */
    void release(OldOrder order) {
        try {
            run(
                    wms,
                    "update orders set status = 'RELEASED', updated_at = now() where id = '" + order.warehouseOrder()
                            + "'");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What the CRM shows of an order in our fields, but for the version; empty while that is not {@code status}. */
    Optional<ObjectNode> shown(OldOrder order, String status) {
        String sql = "select fields::text from sobject where id = '" + order.crmId()
                + "' and fields->>'crossdock_status__c' = '" + status + "'";
        try (var statement = crm.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                return Optional.empty();
            }
            ObjectNode fields = (ObjectNode) new ObjectMapper().readTree(rows.getString(1));
            fields.retain(OURS);
            return Optional.of(fields);
        } catch (SQLException | JsonProcessingException e) {
            throw new StackFailure("What the CRM shows cannot be read: " + e.getMessage(), e);
        }
    }

    /** What the old way has written of an order like another one. */
    static ObjectNode like(ObjectNode sample, OldOrder order) {
        ObjectNode shown = sample.deepCopy();
        shown.put("crossdock_order_id__c", PublicName.of(order.crmHome()));
        return shown;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static StackFailure failed(SQLException e) {
        return new StackFailure("The old orders cannot be written: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            crm.close();
            erp.close();
            wms.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
