package io.crossdock.worlds.world;

import org.jspecify.annotations.Nullable;

/** Everything people do in the worlds, and how often. */
public enum Act {
    ORDERS_IN_CRM(null, 60, Customer::orders),
    ORDERS_BY_PHONE(Feature.CAPTURED_IN_ERP, 40, EntryClerk::entersPhoneOrder),
    ENTERS_IN_ERP(null, 60, EntryClerk::entersOrder),
    ENTERS_ANOTHER(Feature.SPLIT_ORDER, 20, EntryClerk::entersRest),
    FILLS_REFERENCE(null, 30, Clerk::fillsReference),
    ACCEPTS(null, 50, Clerk::accepts),
    ADDS_LINE(Feature.LINE_OF_ITS_OWN, 10, EntryClerk::addsFreight),
    SUBSTITUTES(Feature.SUBSTITUTE, 30, EntryClerk::substitutes),
    WANTS_MORE(Feature.REVISION_UP, 10, Customer::wantsMore),
    WANTS_LESS(Feature.REVISION_DOWN, 10, Customer::wantsLess),
    FOLLOWS_REVISION(null, 20, Clerk::followsRevision),
    CANCELS_UNITS(Feature.PARTIAL_CANCEL, 12, Customer::cancelsUnits),
    CANCELS_ORDER(Feature.WHOLE_CANCEL, 6, Customer::cancelsOrder),
    CONFIRMS_CANCEL(Feature.CANCEL_CONFIRMED, 12, Clerk::confirmsCancel),
    CANCELS_SALES_ORDER(Feature.SALES_ORDER_CANCELLED, 4, Clerk::cancelsSalesOrder),
    APPROVES_CREDIT(null, 10, Clerk::approvesCredit),
    REFUSES_CREDIT(Feature.CREDIT_REFUSED, 6, Clerk::refusesCredit),
    HOLDS(Feature.HEADER_ON_HOLD, 8, Clerk::holds),
    LIFTS_HOLD(null, 8, Clerk::liftsHold),
    CLOSES_SALES_ORDER(null, 3, Clerk::closes),
    COPY_APPEARS(Feature.OUR_COPY, 40, Customer::seesOurCopy),
    SENDS_TO_WAREHOUSE(null, 70, Dispatcher::sends),
    ALLOCATES(null, 70, Dispatcher::allocates),
    ALLOCATES_TOO_MUCH(Feature.OVER_ALLOCATION, 6, Dispatcher::allocatesTooMuch),
    BACKORDERS(Feature.BACKORDER, 90, Dispatcher::backorders),
    MISCOUNTS(Feature.NEGATIVE_COUNTER, 4, Dispatcher::miscounts),
    PUTS_BACK(Feature.DEALLOCATION, 14, Dispatcher::putsBack),
    RELEASES(null, 40, Dispatcher::releases),
    CLOSES_SHORT(Feature.SHORT_CLOSE, 30, Dispatcher::closesShort),
    CLOSES_WAREHOUSE_ORDER(null, 6, Dispatcher::closes),
    CANCELS_WAREHOUSE_ORDER(null, 3, Dispatcher::cancels),
    DELETES_WAREHOUSE_ORDER(Feature.WAREHOUSE_ORDER_DELETED, 4, Dispatcher::deletes),
    PLANS_SHIPMENT(null, 70, Packer::plans),
    JOINS_SHIPMENT(Feature.CONSOLIDATED_SHIPMENT, 170, Packer::joins),
    MOVES_SHIPMENT_ON(null, 150, Packer::movesOn),
    NAMES_WRONG_ORDER(Feature.SHIPMENT_REASSIGNED, 8, Packer::namesWrongOrder),
    CORRECTS_ORDER(null, 30, Packer::correctsOrder),
    PACKS_TOO_MUCH(Feature.OVER_SHIPMENT, 8, Packer::packsTooMuch),
    VOIDS_SHIPMENT(Feature.SHIPMENT_VOIDED, 14, Packer::voids),
    CANCELS_SHIPMENT(Feature.SHIPMENT_CANCELLED, 5, Packer::cancels),
    DELETES_SHIPMENT(Feature.SHIPMENT_DELETED, 4, Packer::deletes),
    DELIVERS(null, 60, Packer::delivers),
    LOSES(Feature.LOST, 20, Packer::loses),
    INVOICES(null, 30, Bookkeeper::invoices),
    INVOICES_EARLY(Feature.EARLY_INVOICE, 10, Bookkeeper::invoicesEarly),
    POSTS(null, 30, Bookkeeper::posts),
    VOIDS_INVOICE(Feature.INVOICE_VOIDED, 5, Bookkeeper::voids),
    CREDITS(Feature.CREDIT_MEMO, 10, Bookkeeper::credits),
    NAMES_SALES_ORDER(Feature.LINKED_FROM_CRM, 20, Customer::namesSalesOrder),
    NAMES_ANY_SALES_ORDER(Feature.AMBIGUOUS_REFERENCE, 20, Customer::namesSalesOrder),
    OPENS_CANCEL_REQUEST(Feature.CANCEL_REQUEST, 12, Customer::opensCancelRequest),
    WITHDRAWS_CANCEL_REQUEST(Feature.CANCEL_REQUEST, 4, Customer::withdrawsCancelRequest),
    SCANS(Feature.SCANS, 80, Carrier::scans),
    REPORTS_TROUBLE(Feature.SCAN_TROUBLE, 20, Carrier::hasTrouble),
    LOSES_PACKAGE(Feature.PACKAGE_LOST, 20, Carrier::losesPackage),
    ANNOUNCES_RETURN(Feature.RETURN, 20, ReturnDesk::announces),
    ANNOUNCES_TOO_MUCH(Feature.RETURN_TOO_MUCH, 14, ReturnDesk::announcesTooMuch),
    RECEIVES_RETURN(null, 20, ReturnDesk::receives),
    CLOSES_RETURN(null, 8, ReturnDesk::closes),
    REFUSES_RETURN(Feature.RETURN_REFUSED, 80, ReturnDesk::refuses),
    REFUSES_RETURN_AT_ONCE(Feature.RETURN_REFUSED, 30, ReturnDesk::refusesAtOnce),
    FINDS_ORPHAN(Feature.ORPHAN_RETURN, 3, ReturnDesk::findsOrphan),
    ANNOUNCES_PAYMENT(Feature.PAYMENT, 12, Cashier::announces),
    POSTS_PAYMENT(null, 12, Cashier::posts),
    ANNOUNCES_UNNAMED_PAYMENT(Feature.PAYMENT_WITHOUT_ORDER, 10, Cashier::announcesUnnamed),
    NAMES_PAYMENT(null, 4, Cashier::namesOrder),
    CORRECTS_SALES_ORDER(Feature.CORRECTION, 12, Desk::tiesSalesOrder),
    CORRECTS_PAYMENT(Feature.CORRECTION, 20, Desk::tiesPayment),
    CHANGES_ITS_MIND(Feature.CORRECTION_TAKEN_BACK, 20, Desk::changesItsMind),
    STOPS_EVERYTHING(Feature.MASS_DELETE, 14, Cashier::holdsAll),
    EMPTIES_HOLDS(Feature.MASS_DELETE, 14, Operator::emptiesHolds),
    LOADS_HOLDS_AGAIN(null, 6, Operator::loadsHoldsAgain),
    COLLECTS_PARCELS(Feature.COLLECTIVE_NUMBER, 5, ReturnDesk::collects),
    SORTS_PARCELS_OUT(null, 6, ReturnDesk::sortsOut),
    STOPS(Feature.HOLD, 6, Cashier::holds),
    LIFTS(null, 6, Cashier::lifts),
    CUTS_OVER(Feature.CUT_OVER, 14, Clerk::cutsOver),
    NOTES_ALLOCATED(Feature.NOTED_FIGURES, 10, Clerk::notesAllocated),
    RECYCLES_NUMBERS(Feature.RECYCLED_NUMBER, 20, Carrier::recyclesNumbers),
    REOPENS(Feature.REOPENED, 30, Clerk::reopens),
    REPARENTS_CHAIN(Feature.CHAIN_REPARENTED, 14, Dispatcher::namesWrongOrder),
    CORRECTS_CHAIN(null, 30, Dispatcher::correctsOrder),
    INVOICES_COLLECTIVELY(Feature.COLLECTIVE_INVOICE, 60, Bookkeeper::invoicesCollectively),
    CLEANS_UP(Feature.HOUSEKEEPING, 8, Operator::cleansUp),
    READS_AGAIN(Feature.SNAPSHOT, 3, Operator::readsAgain),
    RESTORES(Feature.RESTORED_SOURCE, 8, Operator::restores),
    RESTORES_SILENTLY(Feature.SILENTLY_RESTORED, 6, Operator::restoresSilently);

    private final @Nullable Feature feature;
    private final int weight;

    @SuppressWarnings("ImmutableEnumChecker") // A method reference without state.
    private final Deed deed;

    Act(@Nullable Feature feature, int weight, Deed deed) {
        this.feature = feature;
        this.weight = weight;
        this.deed = deed;
    }

    /** The feature without which nobody does it; null if it is ordinary. */
    public @Nullable Feature feature() {
        return feature;
    }

    int weight() {
        return weight;
    }

    Deed deed() {
        return deed;
    }
}
