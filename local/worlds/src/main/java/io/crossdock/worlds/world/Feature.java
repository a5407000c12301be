package io.crossdock.worlds.world;

/** What may occur in a world beside the ordinary life of an order. */
public enum Feature {
    SPLIT_ORDER("One order becomes several sales orders, or several shipments."),
    SEVERAL_WMS("Two warehouses work on one order, each with ids of its own."),
    CONSOLIDATED_SHIPMENT("A shipment holds units of several orders and names them on its lines."),
    CAPTURED_IN_ERP("The order is entered in the ledger by phone; the CRM never captures it."),
    LATE_LINK("The reference is filled in late: two roots become one."),
    NEVER_LINKED("The reference stays empty or names nothing: two orders remain."),
    STOP_LIST_VALUE("Somebody writes VERBAL or N/A where a reference should be."),
    WRONG_LINK_TAKEN_BACK("The reference names somebody else's order until a clerk notices."),
    SHIPMENT_REASSIGNED("A shipment names order A until it is corrected to order B."),
    OUR_COPY("A copy that we created in the CRM comes back with our key."),
    SERVICE_LINE("A line that is sold and never shipped."),
    SERVICE_ONLY("An order without any line that is shipped."),
    TEXT_LINE("A line that says something and sells nothing."),
    UNKNOWN_QUANTITY("The quantity of a line is left open."),
    ONE_ARTICLE_TWO_UNITS("The same article in pieces on one line and in cases on another."),
    LINE_BY_NUMBER("Lines of two systems are one line because they have one number."),
    LINE_BY_ARTICLE("Lines of two systems are one line because the article occurs once."),
    LINE_OF_ITS_OWN("The ledger adds a line that the customer never asked for."),
    REVISION_UP("The customer orders more of it."),
    REVISION_DOWN("The customer orders less of it."),
    PARTIAL_CANCEL("The customer wants fewer units."),
    WHOLE_CANCEL("The customer cancels the order in the CRM."),
    CANCEL_CONFIRMED("The ledger confirms that units are cancelled."),
    SALES_ORDER_CANCELLED("The ledger cancels a whole sales order."),
    BACKORDER("There is no stock yet."),
    DEALLOCATION("Units set aside are put back to the shelf."),
    SHORT_CLOSE("The warehouse declares a line final."),
    OVER_SHIPMENT("The packer sends more than was ordered."),
    OVER_ALLOCATION("The warehouse sets aside more than it was asked for."),
    NEGATIVE_COUNTER("A counter in the warehouse goes below zero."),
    SHIPMENT_VOIDED("A shipment that was said to have left has not."),
    SHIPMENT_CANCELLED("A planned shipment is cancelled and its units are open again."),
    SHIPMENT_DELETED("A shipment is deleted before it leaves, as if it had never been."),
    HOUSEKEEPING("Finished documents are deleted from the tables."),
    WAREHOUSE_ORDER_DELETED("A warehouse order is deleted before anything was picked."),
    LOST("Units are lost on the road, or returned to the sender."),
    REPLACEMENT("Lost units are sent again."),
    PARTIAL_INVOICE("An invoice over some of the units."),
    EARLY_INVOICE("An invoice goes out before the shipment."),
    PREPAID("The terms allow an invoice before the shipment."),
    INVOICE_VOIDED("A posted invoice is voided."),
    CREDIT_MEMO("Invoiced units are credited."),
    CREDIT_REFUSED("The credit department says no."),
    HEADER_ON_HOLD("The ledger puts the order on hold."),
    AMBIGUOUS_REFERENCE("Two records of the CRM claim one sales order: neither is taken."),
    LINKED_FROM_CRM("The CRM names the sales order, the sales order does not name the CRM."),
    CANCEL_REQUEST("The wish to cancel is a case of its own, for a line or for everything."),
    SCANS("A carrier scans packages until they are delivered."),
    SCAN_TROUBLE("A carrier reports an exception or a failed attempt."),
    PACKAGE_LOST("A carrier returns a package to the sender, or loses it."),
    UNTRACKED("Packages without a tracking number beside others with one."),
    RETURN("Units come back."),
    RETURN_REFUSED("An announced return is refused."),
    RETURN_TOO_MUCH("More comes back than ever left."),
    ORPHAN_RETURN("A parcel comes back and names no order."),
    PAYMENT("Payments are announced and arrive."),
    HOLD("A document stops the order until it is lifted."),
    DROP_SHIP("A vendor ships some lines; nobody waits for his stock."),
    PICK_UP("The customer collects some lines at the counter."),
    CASES("The office counts cases, the warehouses count pieces."),
    STRANGE_UNIT("A warehouse counts in a unit that nobody can convert."),
    CUT_OVER("A new ledger takes orders over from the old one."),
    NOTED_FIGURES("The ledger notes figures of the warehouse that do not decide."),
    RECYCLED_NUMBER("A carrier gives a tracking number out again."),
    REOPENED("A cancelled or closed sales order lives on."),
    CHAIN_REPARENTED(
            "A warehouse order with everything below it hangs on somebody else's order until it is corrected."),
    COLLECTIVE_INVOICE("One invoice bills several orders and names them on its lines."),
    KITS("A kit is sold as one and shipped as its components."),
    SNAPSHOT("A connector reads whole tables again."),
    RESTORED_SOURCE("A source is restored from a backup and its positions go back.");

    private final String sentence;

    Feature(String sentence) {
        this.sentence = sentence;
    }

    /** What it is, for people. */
    public String sentence() {
        return sentence;
    }
}
