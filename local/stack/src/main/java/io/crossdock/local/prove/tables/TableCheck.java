package io.crossdock.local.prove.tables;

import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.trial.CrmSession;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what the CRM shows with what the tables of the ERP and the warehouses say it should. Used by one thread at a time. */
public final class TableCheck implements AutoCloseable {

    /** Sales orders that both houses ship a part of. */
    public static final String SPLIT = "split over warehouses";

    /** Shipments with lines of several sales orders. */
    public static final String CONSOLIDATED = "consolidated";

    /** Sales orders that Crossdock had copied into the CRM when they turned out to be an order captured there. */
    public static final String MERGED = "merged after they were copied";

    private final CrmSession crm;
    private final Database erp;
    private final Database east;
    private final Database west;
    private final Instant since;
    private final Warehouse inEast = Warehouse.east();
    private final Warehouse inWest = Warehouse.west();

    private TableCheck(CrmSession crm, Database erp, Database east, Database west, Instant since) {
        this.crm = crm;
        this.erp = erp;
        this.east = east;
        this.west = west;
        this.since = since;
    }

    /** Opens all systems to judge orders that the CRM created from {@code since} on. */
    public static TableCheck open(Secrets secrets, Instant since) {
        return new TableCheck(
                CrmSession.open(secrets),
                new Database(Jdbc.erp(), "erp_app", secrets.get(Name.ERP_PEOPLE)),
                new Database(Jdbc.wmsEast(), "wms_app", secrets.get(Name.WMS_EAST_PEOPLE)),
                new Database(Jdbc.wmsWest(), "whs_app", secrets.get(Name.WMS_WEST_PEOPLE)),
                since);
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
     * @param ways how many were shipped from both houses, shared a load, or were entered without a reference, by name
     */
    public record Result(
            int orders,
            List<Difference> differences,
            Map<String, Integer> byStatus,
            int partlyCancelled,
            Map<String, Integer> ways) {

        /** The same without what was not wrong in the same way before. */
        public Result asWrongAs(Result before) {
            List<Difference> still =
                    differences.stream().filter(before.differences::contains).toList();
            return new Result(orders, still, byStatus, partlyCancelled, ways);
        }
    }

    /** Looks at both warehouses now, so that what they delete later is not missed. */
    public synchronized void look() {
        try {
            inEast.look(east.connection());
            inWest.look(west.connection());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** How many warehouse orders were seen so far, those of others included. */
    public synchronized int seen() {
        return inEast.count() + inWest.count();
    }

    /** Reads everything and compares order by order. */
    public synchronized Result compare() {
        try {
            look();
            SalesOrders sales = SalesOrders.read(erp.connection());
            WarehouseTotals totals = WarehouseTotals.of(List.of(inEast, inWest));
            List<Difference> differences = new ArrayList<>();
            Map<String, Integer> byStatus = new TreeMap<>();
            int partlyCancelled = 0;
            Map<String, CustomerOrder> orders = CustomerOrder.read(crm, since);
            Set<String> numbers = new HashSet<>();
            int compared = 0;
            int outlived = 0;
            for (CustomerOrder order : orders.values()) {
                if (order.isOutlived(sales)) {
                    outlived++;
                    continue;
                }
                compared++;
                SalesOrders.SalesOrder known = order.in(sales);
                if (known != null) {
                    numbers.add(known.number());
                }
                List<LineTotals> lines = order.totals(sales, totals);
                String expected = StatusRule.of(lines);
                byStatus.merge(expected, 1, Integer::sum);
                partlyCancelled += StatusRule.isPartlyCancelled(lines) ? 1 : 0;
                if (!expected.equals(order.shown())) {
                    differences.add(new Difference(
                            order.id(),
                            known == null ? "" : known.number(),
                            expected,
                            order.shown(),
                            lines.toString()));
                }
            }
            return new Result(compared, differences, byStatus, partlyCancelled, ways(numbers, outlived));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Looks once more, and says what the warehouses have done about these sales orders. */
    public synchronized Happened happened(Set<String> salesOrders) {
        try {
            look();
            Set<Happened.Left> left = new HashSet<>(inEast.left("wms-east", salesOrders));
            left.addAll(inWest.left("wms-west", salesOrders));
            WarehouseTotals totals = WarehouseTotals.of(List.of(inEast, inWest));
            List<Happened.Lacking> lacking = new ArrayList<>();
            SalesOrders sales = SalesOrders.read(erp.connection());
            for (String number : salesOrders) {
                SalesOrders.SalesOrder order = sales.numbered(number);
                if (order != null) {
                    lacking.addAll(lacking(order, totals));
                }
            }
            return new Happened(left, lacking);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static List<Happened.Lacking> lacking(SalesOrders.SalesOrder order, WarehouseTotals totals) {
        List<Happened.Lacking> lacking = new ArrayList<>();
        for (SalesOrders.SalesLine line : order.lines()) {
            WarehouseTotals.Sums sums = totals.of(order.number(), line.number());
            if (sums.backordered.signum() > 0) {
                lacking.add(new Happened.Lacking(order.number(), line.number(), line.customerLine(), false));
            }
            if (sums.closedShort && line.ordered().subtract(line.cancelled()).compareTo(sums.shipped) > 0) {
                lacking.add(new Happened.Lacking(order.number(), line.number(), line.customerLine(), true));
            }
        }
        return lacking;
    }

    private Map<String, Integer> ways(Set<String> salesOrders, int outlived) {
        Map<String, Integer> ways = new TreeMap<>();
        ways.put(SPLIT, Warehouse.inBoth(inEast, inWest, salesOrders));
        ways.put(CONSOLIDATED, inEast.consolidated(salesOrders) + inWest.consolidated(salesOrders));
        ways.put(MERGED, outlived);
        return ways;
    }

    @Override
    public void close() {
        erp.close();
        east.close();
        west.close();
    }

    private static StackFailure failed(SQLException cause) {
        return new StackFailure("The tables cannot be read: " + cause.getMessage() + ".", cause);
    }
}
