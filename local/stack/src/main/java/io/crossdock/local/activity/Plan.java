package io.crossdock.local.activity;

import java.math.BigDecimal;
import java.util.List;

/**
 * What will happen to one order: a pure function of the seed and the order's number.
 *
 * @param scenario what becomes of it
 * @param customer customer code, the same in CRM and WMS
 * @param prepaid true if it is invoiced at acceptance
 * @param shortReference true if the ERP clerk types the CRM's id in its 15-character form
 * @param afterHandOver for a cancelled order: true if the warehouse had it already
 * @param lines lines in the CRM's order
 * @param shipments shipments in the order they leave; those never shipped are not in it
 */
public record Plan(
        Scenario scenario,
        String customer,
        boolean prepaid,
        boolean shortReference,
        boolean afterHandOver,
        List<Line> lines,
        List<Shipment> shipments) {

    public Plan {
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
    }

    /**
     * One line.
     *
     * @param customerLine number in the CRM: 1, 2, 3…
     * @param erpLine number in the ERP: 10, 20, 30…, not always in the same order
     * @param wmsLine number in the WMS: 1, 2, 3… over goods only; 0 for a line the warehouse never sees
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
            int wmsLine,
            String sku,
            String unit,
            String type,
            BigDecimal ordered,
            BigDecimal cancelled,
            BigDecimal backordered,
            BigDecimal price) {

        /** True if the warehouse ships it. */
        public boolean isGoods() {
            return wmsLine > 0;
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
     * @param portions what is on it
     * @param carrier who takes it
     * @param cartons how many packages
     * @param abandonedFirst true if a first attempt at it is cancelled half-way
     * @param lateNumber true if nobody types in the sales order's number before it has left
     */
    public record Shipment(
            List<Portion> portions, String carrier, int cartons, boolean abandonedFirst, boolean lateNumber) {
        public Shipment {
            portions = List.copyOf(portions);
        }
    }

    /** The lines that the warehouse ships. */
    public List<Line> goods() {
        return lines.stream().filter(Line::isGoods).toList();
    }

    /** True if a backorder waits for stock that comes. */
    public boolean stockComes() {
        return scenario == Scenario.BACKORDER_FILLED;
    }
}
