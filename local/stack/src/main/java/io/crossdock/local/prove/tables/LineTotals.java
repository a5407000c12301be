package io.crossdock.local.prove.tables;

import java.math.BigDecimal;

/**
 * One line of an order that can be shipped, as the tables sum it up; every quantity in the line's unit.
 *
 * @param ordered by the ERP, or by the CRM until the ERP has accepted
 * @param confirmed cancelled by the ERP
 * @param asked what the customer wants cancelled, by the CRM
 * @param allocated by the WMS's counter
 * @param backordered by the WMS's counter
 * @param released allocated units of warehouse orders that were released
 * @param picked units on shipments picked or later
 * @param packed units on shipments packed or later
 * @param shipped units on shipments that left
 * @param closedShort whether the WMS gave up the rest
 */
record LineTotals(
        BigDecimal ordered,
        BigDecimal confirmed,
        BigDecimal asked,
        BigDecimal allocated,
        BigDecimal backordered,
        BigDecimal released,
        BigDecimal picked,
        BigDecimal packed,
        BigDecimal shipped,
        boolean closedShort) {

    BigDecimal packedOrLater() {
        return packed.max(shipped);
    }

    BigDecimal pickedOrLater() {
        return picked.max(packedOrLater());
    }

    BigDecimal releasedOrLater() {
        return released.max(pickedOrLater());
    }

    BigDecimal allocatedOrLater() {
        return allocated.max(releasedOrLater());
    }

    /** The larger of what was confirmed and what was asked of units not yet allocated, but never what has left. */
    BigDecimal cancelled() {
        BigDecimal unallocated = ordered.subtract(allocatedOrLater()).max(BigDecimal.ZERO);
        return confirmed.max(asked.max(confirmed).min(unallocated)).min(notShipped());
    }

    BigDecimal shortClosed() {
        return closedShort ? notShipped().subtract(cancelled()).max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    /** Units still to be fulfilled. */
    BigDecimal expected() {
        return ordered.subtract(cancelled()).subtract(shortClosed());
    }

    private BigDecimal notShipped() {
        return ordered.subtract(shipped).max(BigDecimal.ZERO);
    }
}
