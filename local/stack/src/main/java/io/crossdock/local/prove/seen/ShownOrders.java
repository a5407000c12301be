package io.crossdock.local.prove.seen;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.prove.tables.Database;
import io.crossdock.local.trial.CrmSession;
import io.crossdock.local.trial.TrialOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the CRM shows of trial orders, and what the ERP was asked for them. */
public final class ShownOrders implements AutoCloseable {

    private final CrmSession crm;
    private final Database erp;

    /** Seen with a session at the CRM, and in the ERP. */
    public ShownOrders(CrmSession crm, Secrets secrets) {
        this.crm = crm;
        this.erp = new Database(Jdbc.erp(), "erp_app", secrets.get(Name.ERP_PEOPLE));
    }

    /** Sales orders of which the CRM shows another status. */
    public List<String> wrong(List<TrialOrder> orders, String status) {
        Map<String, String> shown = new HashMap<>();
        for (JsonNode record :
                crm.query("SELECT Id, crossdock_status__c FROM Order WHERE Customer_Code__c = 'crossdock-trial'")) {
            shown.put(
                    record.path("Id").asText(),
                    record.path("crossdock_status__c").asText(""));
        }
        return orders.stream()
                .filter(order -> !status.equals(shown.get(order.crmId())))
                .map(TrialOrder::salesOrder)
                .toList();
    }

    /** Orders for whose shipment the ERP was not asked for exactly one invoice. */
    public List<String> notAskedOnce(List<TrialOrder> orders) {
        Map<String, Integer> asked = new HashMap<>();
        erp.read("select shipment from inbound_invoice_requests", row -> row.getString(1))
                .forEach(shipment -> asked.merge(shipment, 1, Integer::sum));
        List<String> others = new ArrayList<>();
        for (TrialOrder order : orders) {
            int times = asked.entrySet().stream()
                    .filter(each -> each.getKey().endsWith(order.shipment()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            if (times != 1) {
                others.add(order.shipment() + " " + times + " times");
            }
        }
        return others;
    }

    @Override
    public void close() {
        erp.close();
    }
}
