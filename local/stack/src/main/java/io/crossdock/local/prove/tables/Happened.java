package io.crossdock.local.prove.tables;

import java.util.List;
import java.util.Set;

/**
 * What warehouses have done that others have to learn.
 *
 * @param left each sales order on each shipment that has left
 * @param lacking each line that a warehouse cannot ship as it was told, as things stand
 */
public record Happened(Set<Left> left, List<Lacking> lacking) {

    public Happened {
        left = Set.copyOf(left);
        lacking = List.copyOf(lacking);
    }

    /**
     * A sales order on a shipment that has left.
     *
     * @param shipment {@code <warehouse>:shipment:<its own number>}
     * @param salesOrder number in the ERP
     */
    public record Left(String shipment, String salesOrder) {}

    /**
     * A line of a sales order that is on backorder, or whose rest the warehouse has given up.
     *
     * @param line the line's number in the ERP
     * @param customerLine the line's number in the CRM, 0 if it has none
     * @param givenUp true if it has given up the rest
     */
    public record Lacking(String salesOrder, int line, int customerLine, boolean givenUp) {}
}
