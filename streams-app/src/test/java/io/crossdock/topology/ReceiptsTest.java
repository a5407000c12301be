package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.contract.OrderSync;
import io.crossdock.contract.OrderVersion;
import io.crossdock.contract.OutMessage;
import io.crossdock.contract.ReceiptOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What targets answer, in the orders and the repetitions that a network gives. */
class ReceiptsTest {

    private static final String ORDER = "8015g00000ABCDEAA5";

    private int version;

    @Test
    void shouldSendNothingWhenAChangeAltersNothingThatTheTargetShows() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given:
            captured(flow);
            flow.settles();
            int told = flow.told().size();
            long shown = latest(flow);

            // When: the customer's purchase order number is no part of what the CRM is told
            lands(flow, "crm/orders", "{'Id':'" + ORDER + "','OrderNumber':'00001001','PoNumber':'PO-1'}");

            // Then: a new version of the status, and nothing sent
            assertThat(latest(flow)).isEqualTo(shown + 1);
            assertThat(flow.told()).hasSize(told);
        }
    }

    @Test
    void shouldSendNothingWhenAReceiptComesTwice() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given:
            captured(flow);
            OutMessage first = flow.told().getFirst();
            flow.settles();
            int told = flow.told().size();

            // When: the first receipt once more, after a newer one
            flow.answers(first, ReceiptOutcome.APPLIED, null);

            // Then:
            assertThat(flow.told()).hasSize(told);
        }
    }

    @Test
    void shouldGoAboveTheVersionThatAFenceFound() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given:
            captured(flow);
            OutMessage first = flow.told().getFirst();

            // When: the target's record holds a version of an epoch we no longer know
            flow.answers(first, ReceiptOutcome.FENCED, new OrderVersion(3L, 40L));

            // Then: the same content goes out again, above it
            OutMessage again = flow.told().getLast();
            assertThat(again.getVersion()).isEqualTo(new OrderVersion(3L, 41L));
            assertThat(again.getPayload()).isEqualTo(first.getPayload());
        }
    }

    @Test
    void shouldCureARefusalWithTheNextChange() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: a message the target refuses
            captured(flow);
            flow.answers(ReceiptOutcome.REJECTED);
            assertThat(flow.told()).hasSize(1);
            assertThat(flow.syncs()).extracting(OrderSync::getOutcome).contains("REJECTED");

            // When:
            lands(flow, "erp/sales-orders", "{'order_no':'SO-1','customer_reference':'" + ORDER + "'}");
            flow.settles();

            // Then:
            assertThat(flow.told()).hasSizeGreaterThan(1);
            List<OrderSync> syncs = flow.syncs();
            assertThat(syncs)
                    .filteredOn(sync -> sync.getMilestone().equals("captured"))
                    .last()
                    .extracting(OrderSync::getOutcome)
                    .isEqualTo("CONFIRMED");
        }
    }

    @Test
    void shouldConfirmEveryMilestoneUpToTheVersionThatWasApplied() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: two milestones that travel with one message
            captured(flow);
            lands(flow, "erp/sales-orders", "{'order_no':'SO-1','customer_reference':'" + ORDER + "'}");
            flow.syncs();

            // When:
            flow.settles();

            // Then:
            assertThat(flow.syncs())
                    .filteredOn(sync -> sync.getOutcome().equals("CONFIRMED"))
                    .extracting(OrderSync::getMilestone)
                    .contains("accepted", "credit-approved");
        }
    }

    @Test
    void shouldStillKnowWhatWasConfirmedBeforeTheOrderFoundItsCopy() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: phoned in, shipped, and the ERP has taken it; the CRM has nothing yet
            flow.lands("erp/sales-orders", "{'order_no':'SO-1','status':'ACCEPTED','credit_status':'APPROVED'}", 1)
                    .lands(
                            "erp/sales-order-lines",
                            "{'order_no':'SO-1','line_no':10,'qty_ordered':'5','warehouse':'EAST'}",
                            2)
                    .lands(
                            "wms-east/shipments",
                            "{'id':'S-1','erp_order_no':'SO-1','status':'SHIPPED','shipped_at':'2026-11-20T11:00:00Z'}",
                            3)
                    .lands(
                            "wms-east/shipment-lines",
                            "{'shipment_id':'S-1','line_no':1,'erp_order_no':'SO-1','erp_line_no':10,'quantity':'5'}",
                            4);
            flow.settles();
            assertThat(LastStamps.at("erp", flow)).containsEntry("wms-east:shipment:S-1 shipped", "CONFIRMED");

            // When: the CRM's copy shows whose it is, and the order is tracked there from now on
            lands(flow, "crm/orders", "{'Id':'" + ORDER + "','OrderNumber':'1001','crossdock_key__c':'erp:SO-1'}");
            flow.settles();

            // Then
            assertThat(LastStamps.at("erp", flow)).containsEntry("wms-east:shipment:S-1 shipped", "CONFIRMED");
        }
    }

    private void captured(Flow flow) throws JsonProcessingException {
        lands(flow, "crm/orders", "{'Id':'" + ORDER + "','OrderNumber':'00001001'}");
    }

    private static long latest(Flow flow) {
        return flow.statuses().getLast().value.getVersion().getSeq();
    }

    private void lands(Flow flow, String entity, String row) throws JsonProcessingException {
        version++;
        JsonNode columns = new ObjectMapper().readTree(row.replace('\'', '"'));
        flow.lands(RawRows.topic(entity), RawRows.key(entity, columns), RawRows.value(entity, columns, "u", version));
    }
}
