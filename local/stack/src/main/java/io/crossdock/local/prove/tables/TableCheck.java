package io.crossdock.local.prove.tables;

import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.trial.CrmSession;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what the CRM shows with what the tables of the ERP and the WMS say it should. Used by one thread at a time. */
public final class TableCheck implements AutoCloseable {

    private final CrmSession crm;
    private final Connection erp;
    private final Connection wms;
    private final Instant since;
    private final Warehouse warehouse = new Warehouse();

    private TableCheck(CrmSession crm, Connection erp, Connection wms, Instant since) {
        this.crm = crm;
        this.erp = erp;
        this.wms = wms;
        this.since = since;
    }

    /** Opens the three systems to judge orders that the CRM created from {@code since} on. */
    public static TableCheck open(Secrets secrets, Instant since) {
        try {
            return new TableCheck(
                    CrmSession.open(secrets),
                    DriverManager.getConnection(Jdbc.erp(), "erp_app", secrets.get(Name.ERP_PEOPLE)),
                    DriverManager.getConnection(Jdbc.wmsEast(), "wms_app", secrets.get(Name.WMS_EAST_PEOPLE)),
                    since);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * One order the CRM is wrong about.
     *
     * @param crmId its id there
     * @param salesOrder its number in the ERP; empty if it has none
     * @param expected status by the tables
     * @param shown status in the CRM; empty if none
     * @param lines the sums it was worked out from
     */
    public record Difference(String crmId, String salesOrder, String expected, String shown, String lines) {}

    /**
     * What one comparison found.
     *
     * @param orders how many orders were compared
     * @param differences those the CRM is wrong about
     * @param byStatus how many orders should be in each status
     * @param partlyCancelled how many of them are cancelled in part
     */
    public record Result(int orders, List<Difference> differences, Map<String, Integer> byStatus, int partlyCancelled) {

        /** The same without what was not wrong in the same way before. */
        public Result asWrongAs(Result before) {
            List<Difference> still =
                    differences.stream().filter(before.differences::contains).toList();
            return new Result(orders, still, byStatus, partlyCancelled);
        }
    }

    /** Looks at the warehouse now, so that what it deletes later is not missed. */
    public synchronized void look() {
        try {
            warehouse.look(wms);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** How many warehouse orders were seen so far, those of others included. */
    public synchronized int seen() {
        return warehouse.count();
    }

    /** Reads everything and compares order by order. */
    public synchronized Result compare() {
        try {
            warehouse.look(wms);
            SalesOrders sales = SalesOrders.read(erp);
            WarehouseTotals totals = WarehouseTotals.of(warehouse);
            List<Difference> differences = new ArrayList<>();
            Map<String, Integer> byStatus = new TreeMap<>();
            int partlyCancelled = 0;
            Map<String, CustomerOrder> orders = CustomerOrder.read(crm, since);
            for (CustomerOrder order : orders.values()) {
                List<LineTotals> lines = order.totals(sales, totals);
                String expected = StatusRule.of(lines);
                byStatus.merge(expected, 1, Integer::sum);
                partlyCancelled += StatusRule.isPartlyCancelled(lines) ? 1 : 0;
                if (!expected.equals(order.shown())) {
                    SalesOrders.SalesOrder known = sales.of(order.id());
                    differences.add(new Difference(
                            order.id(),
                            known == null ? "" : known.number(),
                            expected,
                            order.shown(),
                            lines.toString()));
                }
            }
            return new Result(orders.size(), differences, byStatus, partlyCancelled);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            erp.close();
            wms.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static StackFailure failed(SQLException cause) {
        return new StackFailure("The tables cannot be read: " + cause.getMessage() + ".", cause);
    }
}
