package io.crossdock.local.activity;

import io.crossdock.local.activity.Plan.Line;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a warehouse is to take over of a sales order.
 *
 * @param customer customer code
 * @param wanted the lines it ships
 */
public record Request(String customer, List<Wanted> wanted) {
    public Request {
        wanted = List.copyOf(wanted);
    }

    /**
     * One line.
     *
     * @param line number in the ERP
     * @param sku article
     * @param unit unit of the quantity
     * @param quantity how much is wanted
     */
    public record Wanted(int line, String sku, String unit, BigDecimal quantity) {

        /** True if both want the same; 2.50 and 2.5 are the same. */
        boolean isSame(Wanted other) {
            return line == other.line
                    && sku.equals(other.sku)
                    && unit.equals(other.unit)
                    && quantity.compareTo(other.quantity) == 0;
        }
    }

    /** What the plan wants of that warehouse. */
    public static Request of(Plan plan, Site site) {
        return new Request(
                plan.customer(), plan.goods(site).stream().map(Request::wanted).toList());
    }

    private static Wanted wanted(Line line) {
        return new Wanted(line.erpLine(), line.sku(), line.unit(), line.ordered());
    }
}
