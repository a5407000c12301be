package io.crossdock.local.activity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will happen to one order: a pure function of the seed and the order's number.
 *
 * @param scenario what becomes of it
 * @param customer customer code, the same in CRM and WMS
 * @param prepaid true if it is invoiced at acceptance
 * @param shortReference true if the ERP clerk types the CRM's id in its 15-character form
 * @param afterHandOver for a cancelled order: true if the warehouse had it already
 * @param oneAfterTheOther for an order in both warehouses: true if the later one allocates only when the earlier one is done
 * @param referenceComes for an order entered by telephone: when the CRM's id is typed in
 * @param lines lines in the CRM's order
 * @param shipments shipments in the order they leave; those never shipped are not in it
 * @param companion another order of the customer that goes on the same load; null for none
 */
public record Plan(
        Scenario scenario,
        String customer,
        boolean prepaid,
        boolean shortReference,
        boolean afterHandOver,
        boolean oneAfterTheOther,
        Moment referenceComes,
        List<Line> lines,
        List<Shipment> shipments,
        @Nullable Plan companion) {

    public Plan {
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
    }

    /** When an order's reference is typed in at the ERP. */
    public enum Moment {
        AT_ONCE,
        BEFORE_HAND_OVER,
        WHILE_PACKED,
        AFTER_SHIPPED
    }

    /**
     * One line.
     *
     * @param customerLine number in the CRM: 1, 2, 3…
     * @param erpLine number in the ERP: 10, 20, 30…, not always in the same order
     * @param site the warehouse that ships it; null for a line that none ever sees
     * @param sku article
     * @param unit unit of the quantities
     * @param type ITEM, SERVICE or TEXT
     * @param ordered quantity the customer ordered
     * @param cancelled quantity that is cancelled in the end
     * @param backordered quantity that cannot be allocated at first, or ever
     * @param price price of a unit
     */
    public record Line(
            int customerLine,
            int erpLine,
            @Nullable Site site,
            String sku,
            String unit,
            String type,
            BigDecimal ordered,
            BigDecimal cancelled,
            BigDecimal backordered,
            BigDecimal price) {

        /** True if a warehouse ships it. */
        public boolean isGoods() {
            return site != null;
        }

        /** What can be allocated from the stock at hand. */
        public BigDecimal inStock() {
            return ordered.subtract(cancelled).subtract(backordered);
        }
    }

    /** Units of one line on a shipment. */
    public record Portion(Line line, BigDecimal quantity) {}

    /**
     * One shipment.
     *
     * @param site the warehouse it leaves from
     * @param portions what is on it
     * @param carrier who takes it
     * @param cartons how many packages
     * @param abandonedFirst true if a first attempt at it is cancelled half-way
     * @param lateNumber true if nobody types in the sales order's number before it has left
     * @param waitsForStock true if its units have to come in first
     */
    public record Shipment(
            Site site,
            List<Portion> portions,
            String carrier,
            int cartons,
            boolean abandonedFirst,
            boolean lateNumber,
            boolean waitsForStock) {
        public Shipment {
            portions = List.copyOf(portions);
        }
    }

    /** The lines that a warehouse ships. */
    public List<Line> goods() {
        return lines.stream().filter(Line::isGoods).toList();
    }

    /** The lines that this warehouse ships. */
    public List<Line> goods(Site site) {
        return lines.stream().filter(line -> line.site() == site).toList();
    }

    /** The warehouses that have a part of it, the one that ships first in front. */
    public List<Site> sites() {
        List<Site> all = Arrays.stream(Site.values())
                .filter(site -> !goods(site).isEmpty())
                .toList();
        boolean turned = !shipments.isEmpty() && shipments.getFirst().site() != all.getFirst();
        return turned ? all.reversed() : all;
    }

    /** True if nothing is left of these lines. */
    static boolean isAllCancelled(Collection<Line> lines) {
        return lines.stream().allMatch(line -> line.ordered().compareTo(line.cancelled()) == 0);
    }
}
