package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OutKind;
import io.crossdock.contract.OutMessage;
import io.crossdock.contract.ReceiptOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What targets are told and asked over the life of one order, through the whole topology. */
class AskingTest {

    @Test
    void shouldAskEachTargetForEachThingOnce() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // When: an order is shipped and invoiced, everything is answered, and its rows come again
            lands(flow, 0);
            flow.settles();
            lands(flow, 100);
            flow.settles();

            // Then
            assertThat(effects(flow.asked()))
                    .containsExactlyInAnyOrder(
                            "notify|order-accepted|erp:sales-order:SO-1|notified",
                            "notify|shipped|wms-east:shipment:S-1|notified of erp:sales-order:SO-1");
        }
    }

    @Test
    void shouldAskTheErpToInvoiceOnlyWhatItKnowsHasLeft() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: shipped, and not invoiced yet
            for (TestOrders.Row row : TestOrders.done(1)) {
                if (!row.entity().startsWith("erp/invoice")) {
                    flow.lands(row.entity(), row.columns(), row.version());
                }
            }
            flow.passes(Duration.ofSeconds(5));

            // When: the ERP takes the confirmation
            List<OutMessage> before = List.copyOf(erp(flow));
            flow.answers(before.getLast(), ReceiptOutcome.APPLIED, null).passes(Duration.ofSeconds(5));
            List<OutMessage> after = erp(flow);

            // Then
            assertThat(before).extracting(OutMessage::getKind).containsExactly(OutKind.STATE);
            assertThat(before.getLast().getPayload())
                    .isEqualTo("{\"order_no\":\"SO-1\",\"shipments\":[{\"shipment\":\"wms-east:shipment:S-1\","
                            + "\"warehouse\":\"wms-east\",\"shippedAt\":\"2026-11-20T11:40:00.000Z\",\"carrier\":\"UPS\","
                            + "\"lines\":[{\"line\":\"10\",\"quantity\":\"5\",\"unit\":\"EA\"}]}]}");
            assertThat(after).hasSize(2);
            assertThat(after.getLast().getIdempotencyKey())
                    .isEqualTo("erp|invoice-request|wms-east:shipment:S-1|shipped of SO-1");
            assertThat(after.getLast().getPayload())
                    .isEqualTo("{\"order_no\":\"SO-1\",\"shipment\":\"wms-east:shipment:S-1\","
                            + "\"lines\":[{\"line\":\"10\",\"quantity\":\"5\"}]}");
        }
    }

    @Test
    void shouldKnowFromTheErpsOwnTableWhatItWasToldWhenTheAnswerIsLost() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: shipped, told, never answered
            for (TestOrders.Row row : TestOrders.done(1)) {
                if (!row.entity().startsWith("erp/invoice")) {
                    flow.lands(row.entity(), row.columns(), row.version());
                }
            }
            flow.passes(Duration.ofSeconds(5));
            OutMessage told = erp(flow).getLast();

            // When: its feed shows the row
            flow.lands(
                    "erp/inbound-confirmations",
                    "{'idempotency_key':'" + told.getIdempotencyKey() + "','order_no':'SO-1','version':'"
                            + told.getVersion().getEpoch() + "."
                            + told.getVersion().getSeq() + "'}",
                    9);
            flow.passes(Duration.ofSeconds(5));

            // Then: it may be asked to invoice
            assertThat(erp(flow)).extracting(OutMessage::getEffect).containsExactly(null, "invoice-request");
        }
    }

    @Test
    void shouldWriteToNobodyAboutWhatASnapshotBrings() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // When: the same order as above, from the first snapshots of ERP and warehouse
            for (TestOrders.Row row : TestOrders.done(1)) {
                flow.brings(row.entity(), row.columns(), row.version());
            }
            flow.settles();

            // Then
            assertThat(effects(flow.asked())).noneMatch(key -> key.startsWith("notify|"));
            assertThat(flow.statuses().getLast().value.getStatus()).isEqualTo("SHIPPED");
        }
    }

    @Test
    void shouldAskAboutEachOrderOfASharedLoad() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: two sales orders
            for (int number : List.of(1, 2)) {
                String order = "'order_no':'SO-" + number + "'";
                flow.lands("erp/sales-orders", "{" + order + ",'status':'ACCEPTED','credit_status':'APPROVED'}", 1)
                        .lands(
                                "erp/sales-order-lines",
                                "{" + order + ",'line_no':10,'qty_ordered':'5','warehouse':'WEST'}",
                                2);
            }

            // When: they leave on one load
            String load = "'load_no':'000000007001','mod_ts':'2026-11-20T03:40:00Z'";
            flow.lands("wms-west/loads", "{" + load + ",'site':'WEST','stat':50,'left_ts':'2026-11-20T03:40:00Z'}", 3);
            for (int number : List.of(1, 2)) {
                flow.lands(
                        "wms-west/load-lines",
                        "{" + load + ",'seq':" + number + ",'host_ref':'00000000000" + number
                                + "','host_line':'000010','item_no':'A','uom':'EA','qty_load':'5','rem_pick':'0'}",
                        4);
            }
            flow.passes(Duration.ofSeconds(2)).settles();

            // Then
            String shipment = "wms-west:shipment:000000007001";
            assertThat(effects(flow.asked()))
                    .contains(
                            "erp|invoice-request|" + shipment + "|shipped of SO-1",
                            "erp|invoice-request|" + shipment + "|shipped of SO-2",
                            "notify|shipped|" + shipment + "|notified of erp:sales-order:SO-1",
                            "notify|shipped|" + shipment + "|notified of erp:sales-order:SO-2");
        }
    }

    @Test
    void shouldWriteOnceAboutAnOrderThatTurnsOutToBeAnother() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: accepted by telephone, and the customer knows
            String accepted = "'order_no':'SO-1','customer_po':'PO-1','status':'ACCEPTED','credit_status':'APPROVED'";
            flow.lands("erp/sales-orders", "{" + accepted + "}", 1)
                    .lands("erp/sales-order-lines", "{'order_no':'SO-1','line_no':10,'qty_ordered':'5'}", 2)
                    .passes(Duration.ofSeconds(2))
                    .settles();

            // When: it is an order that sales had captured
            flow.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}", 3)
                    .lands(
                            "crm/order-items",
                            "{'Id':'802A1','OrderId':'8015g00000AB001AAD','LineNumber__c':1,'Quantity':5}",
                            4)
                    .lands("erp/sales-orders", "{" + accepted + ",'customer_reference':'8015g00000AB001AAD'}", 5)
                    .passes(Duration.ofSeconds(2))
                    .settles();

            // Then
            assertThat(effects(flow.asked()))
                    .filteredOn(key -> key.startsWith("notify|"))
                    .containsExactly("notify|order-accepted|erp:sales-order:SO-1|notified");
        }
    }

    private static List<OutMessage> erp(Flow flow) {
        return flow.asked().stream()
                .filter(message -> message.getTarget().equals("erp"))
                .toList();
    }

    private static void lands(Flow flow, long after) throws JsonProcessingException {
        for (TestOrders.Row row : TestOrders.done(1)) {
            flow.lands(row.entity(), row.columns(), row.version() + after);
        }
    }

    private static List<String> effects(List<OutMessage> messages) {
        return messages.stream()
                .filter(message -> message.getKind() == OutKind.EFFECT)
                .map(OutMessage::getIdempotencyKey)
                .toList();
    }
}
