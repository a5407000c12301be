package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/**
 * What a record costs in transactional hops: one where it lands and one per message that crosses to another mailbox. A record that
 * names the sales order takes three at most, an ERP record two, a CRM record one.
 */
class HopsTest {

    private static final String ORDER = "8015g00000ABCDEAA5";

    private int version;

    @Test
    void shouldTakeThreeHopsWhenAShipmentNamesTheSalesOrder() throws JsonProcessingException {
        // Given: an order everybody knows, and a planned shipment of it
        try (Flow flow = new Flow()) {
            known(flow);
            lands(flow, "wms-east/shipments", "{'id':'S-1','erp_order_no':'SO-1','status':'PACKED'}");
            lands(
                    flow,
                    "wms-east/shipment-lines",
                    "{'shipment_id':'S-1','line_no':1,'erp_order_no':'SO-1','erp_line_no':10,'quantity':'5'}");
            flow.settles().hops();

            // When:
            lands(
                    flow,
                    "wms-east/shipments",
                    "{'id':'S-1','erp_order_no':'SO-1','status':'SHIPPED','shipped_at':'2026-11-20T11:40:00Z'}");

            // Then: shipment → sales order → CRM order, each once
            assertThat(flow.hops().stream().map(hop -> hop.key))
                    .containsExactly("erp:sales-order:SO-1", "crm:order:" + ORDER);
        }
    }

    @Test
    void shouldTakeTwoHopsWhenTheErpChangesALine() throws JsonProcessingException {
        // Given:
        try (Flow flow = new Flow()) {
            known(flow);
            flow.settles().hops();

            // When:
            lands(
                    flow,
                    "erp/sales-order-lines",
                    "{'order_no':'SO-1','line_no':10,'customer_line':1,'qty_ordered':'4'}");

            // Then:
            assertThat(flow.hops().stream().map(hop -> hop.key)).containsExactly("crm:order:" + ORDER);
        }
    }

    @Test
    void shouldTakeOneHopWhenTheCrmChangesALine() throws JsonProcessingException {
        // Given:
        try (Flow flow = new Flow()) {
            known(flow);
            flow.settles().hops();

            // When:
            lands(flow, "crm/order-items", "{'Id':'802A','OrderId':'" + ORDER + "','LineNumber__c':1,'Quantity':7}");

            // Then:
            assertThat(flow.hops()).isEmpty();
        }
    }

    @Test
    void shouldTellNobodyWhenAnUnchangedRecordComesAgain() throws JsonProcessingException {
        // Given:
        try (Flow flow = new Flow()) {
            known(flow);
            flow.settles().hops();
            int told = flow.told().size();

            // When: the same version once more
            version--;
            lands(flow, "crm/order-items", "{'Id':'802A','OrderId':'" + ORDER + "','LineNumber__c':1,'Quantity':5}");

            // Then:
            assertThat(flow.hops()).isEmpty();
            assertThat(flow.told()).hasSize(told);
            assertThat(flow.outcomes()).containsEntry("outcome|normalize|crm|duplicate", 1L);
        }
    }

    private void known(Flow flow) throws JsonProcessingException {
        lands(flow, "erp/sales-orders", "{'order_no':'SO-1','customer_reference':'" + ORDER + "'}");
        lands(flow, "erp/sales-order-lines", "{'order_no':'SO-1','line_no':10,'customer_line':1,'qty_ordered':'5'}");
        lands(flow, "crm/orders", "{'Id':'" + ORDER + "','OrderNumber':'00001001'}");
        lands(flow, "crm/order-items", "{'Id':'802A','OrderId':'" + ORDER + "','LineNumber__c':1,'Quantity':5}");
    }

    private void lands(Flow flow, String entity, String row) throws JsonProcessingException {
        version++;
        JsonNode columns = new ObjectMapper().readTree(row.replace('\'', '"'));
        flow.lands(RawRows.topic(entity), RawRows.key(entity, columns), RawRows.value(entity, columns, "u", version));
    }
}
