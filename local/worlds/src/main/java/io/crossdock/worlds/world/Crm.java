package io.crossdock.worlds.world;

import org.jspecify.annotations.Nullable;

/** The CRM's tables. */
final class Crm {

    private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    final SourceSystem system;
    private final Log log;
    private final Table orders;
    private final Table items;
    private final Table requests;
    private final Table requestLines;
    private final String label;
    private int issued = 7;

    Crm(Log log, long label) {
        this.label = String.format("%6s", Long.toString(label, 36)).replace(' ', '0');
        this.log = log;
        system = new SourceSystem(log, "crm", SourceKind.REST);
        orders = system.table("orders", "order", "Id");
        items = system.table("order-items", "order", "OrderId", "LineNumber");
        requests = system.table("cancel-requests", "cancel-request", "Id");
        requestLines = system.table("cancel-request-lines", "cancel-request", "RequestId", "LineNumber");
    }

    /** The next id, in its form of 18 characters. */
    String id() {
        String fifteen = "8015g" + label + String.format("%04d", issued++ * 13).replace('3', 'K');
        return fifteen + suffix(fifteen);
    }

    void order(String id, Sale sale, String createdAt, boolean cancelled, @Nullable String ourKey) {
        sale.firsts.says("cancelled", cancelled && ourKey == null);
        orders.put(
                "Id",
                id,
                "Account",
                sale.customer,
                "PoNumber",
                sale.purchaseOrder,
                "Status",
                cancelled ? "Cancelled" : "Activated",
                "SalesOrder",
                sale.namedInCrm == null || ourKey != null ? null : sale.namedInCrm.no,
                "CrossdockKey",
                ourKey,
                "CreatedDate",
                createdAt,
                "SystemModstamp",
                log.time());
    }

    void request(Sale sale, CancelRequest request) {
        SaleLine line = request.line;
        requests.put(
                "Id",
                request.id,
                "OrderId",
                sale.crmId,
                "Status",
                request.withdrawn ? "Withdrawn" : "New",
                "SystemModstamp",
                log.time());
        requestLines.put(
                "RequestId",
                request.id,
                "LineNumber",
                line == null ? "*" : "1",
                "OrderId",
                line == null ? null : sale.crmId,
                "OrderLine",
                line == null ? null : line.number,
                "Quantity",
                line == null ? null : request.units,
                "SystemModstamp",
                log.time());
    }

    void item(String id, SaleLine line) {
        items.put(
                "OrderId",
                id,
                "LineNumber",
                line.number,
                "Sku",
                line.sku,
                "Unit",
                line.unit,
                "Type",
                line.kind.inCrm(),
                "KitLine",
                line.kit == null ? null : line.kit.number,
                "Fulfilment",
                line.source.inCrm(),
                "Factors",
                line.factors(),
                "Quantity",
                line.wanted,
                "CancelQuantity",
                line.unwanted,
                "SystemModstamp",
                log.time());
    }

    /** Three characters that say which of the fifteen are capitals. */
    private static String suffix(String fifteen) {
        StringBuilder suffix = new StringBuilder();
        for (int group = 0; group < 15; group += 5) {
            int capitals = 0;
            for (int i = 0; i < 5; i++) {
                capitals |= Character.isUpperCase(fifteen.charAt(group + i)) ? 1 << i : 0;
            }
            suffix.append(SUFFIX.charAt(capitals));
        }
        return suffix.toString();
    }
}
