package io.crossdock.local.prove.tables;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.trial.CrmSession;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as the CRM has it.
 *
 * @param id 18 characters
 * @param cancelled whether the customer cancelled all of it
 * @param copyOf number of the sales order that Crossdock copied into the CRM; empty for an order that the CRM captured itself
 * @param shown the status that Crossdock wrote there; empty if none
 * @param lines what can be shipped, by line number
 */
record CustomerOrder(String id, String copyOf, boolean cancelled, String shown, Map<Integer, CustomerLine> lines) {

    /** A line as the customer ordered it. */
    record CustomerLine(BigDecimal ordered, BigDecimal cancelRequested) {}

    /** Orders created from {@code since} on, by id. */
    static Map<String, CustomerOrder> read(CrmSession crm, Instant since) {
        String from = DateTimeFormatter.ISO_INSTANT.format(since.truncatedTo(ChronoUnit.MILLIS));
        Map<String, CustomerOrder> orders = new LinkedHashMap<>();
        for (JsonNode row :
                crm.query("SELECT Id, Status, crossdock_status__c, crossdock_key__c FROM Order WHERE CreatedDate >= "
                        + from + " ORDER BY Id")) {
            String id = row.path("Id").asText();
            orders.put(
                    id,
                    new CustomerOrder(
                            id,
                            text(row.path("crossdock_key__c")).replaceFirst("^erp:", ""),
                            row.path("Status").asText().equals("Cancelled"),
                            text(row.path("crossdock_status__c")),
                            new LinkedHashMap<>()));
        }
        for (JsonNode row : crm.query("SELECT OrderId, LineNumber__c, Quantity, Cancelled_Quantity__c, Type__c FROM"
                + " OrderItem WHERE CreatedDate >= " + from)) {
            CustomerOrder order = orders.get(row.path("OrderId").asText());
            if (order != null && row.path("Type__c").asText("ITEM").equals("ITEM")) {
                order.lines()
                        .put(
                                row.path("LineNumber__c").asInt(),
                                new CustomerLine(
                                        decimal(row.path("Quantity")), decimal(row.path("Cancelled_Quantity__c"))));
            }
        }
        return orders;
    }

    /** The sales order it is; null while there is none. */
    SalesOrders.@Nullable SalesOrder in(SalesOrders erp) {
        return copyOf.isEmpty() ? erp.of(id) : erp.numbered(copyOf);
    }

    /**
     * True if it is a copy of a sales order that has turned out to be another order of the CRM: nobody is told of the copy any
     * more, the other one shows what is true.
     */
    boolean isOutlived(SalesOrders erp) {
        SalesOrders.SalesOrder sales = in(erp);
        return !copyOf.isEmpty() && sales != null && sales.refers();
    }

    /** The sums of every line that can be shipped: content by the ERP once it has accepted, else by the CRM. */
    List<LineTotals> totals(SalesOrders erp, WarehouseTotals warehouse) {
        SalesOrders.SalesOrder sales = in(erp);
        List<LineTotals> totals = new ArrayList<>();
        if (sales == null || !sales.accepted()) {
            boolean refused = sales != null && sales.status().equals("CANCELLED");
            lines.values().forEach(line -> totals.add(captured(line, refused)));
            return totals;
        }
        for (SalesOrders.SalesLine line : sales.lines()) {
            WarehouseTotals.Sums sums = warehouse.of(sales.number(), line.number());
            CustomerLine mine = lines.get(line.customerLine());
            BigDecimal asked = mine == null ? BigDecimal.ZERO : mine.cancelRequested();
            totals.add(new LineTotals(
                    line.ordered(),
                    sales.status().equals("CANCELLED") ? line.ordered() : line.cancelled(),
                    cancelled ? line.ordered() : asked,
                    sums.allocated,
                    sums.backordered,
                    sums.released,
                    sums.picked,
                    sums.packed,
                    sums.shipped,
                    sums.closedShort));
        }
        return totals;
    }

    private LineTotals captured(CustomerLine line, boolean refused) {
        BigDecimal zero = BigDecimal.ZERO;
        BigDecimal asked = cancelled ? line.ordered() : line.cancelRequested();
        BigDecimal confirmed = refused ? line.ordered() : zero;
        return new LineTotals(line.ordered(), confirmed, asked, zero, zero, zero, zero, zero, zero, false);
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }

    private static BigDecimal decimal(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
    }
}
