package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one customer wants, and every record that people made about it in the CRM and the ledgers. */
final class Sale {

    final int number;
    final List<SaleLine> lines = new ArrayList<>();
    final List<CancelRequest> cancelRequests = new ArrayList<>();
    final List<SalesOrder> salesOrders = new ArrayList<>();
    String customer = "";
    String purchaseOrder = "";
    /** The customer's order in the CRM; null if it was never entered there. */
    @Nullable
    String crmId;
    /** A copy in the CRM that carries our key; null if there is none. */
    @Nullable
    String copyId;

    String createdAt = "";
    boolean cancelledInCrm;
    /** The sales order that the record in the CRM names; null if it names none. */
    @Nullable
    SalesOrder namedInCrm;

    /** When its order in the CRM was created, milliseconds since 1970. */
    long created;
    /** What its order in the CRM said first. */
    final Firsts firsts;

    final Log log;

    Sale(int number, Log log) {
        this.number = number;
        this.log = log;
        this.firsts = new Firsts(log);
    }

    boolean isCaptured() {
        return crmId != null || !salesOrders.isEmpty();
    }

    /** For people. */
    String name() {
        return "order " + (char) ('A' + number);
    }
}
