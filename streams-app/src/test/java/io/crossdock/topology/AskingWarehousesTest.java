package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderSync;
import io.crossdock.contract.OutMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a warehouse is asked once an order is accepted, and how long each thing waits, through the whole topology. */
class AskingWarehousesTest {

    @Test
    void shouldAskTheWarehouseOfTheLineToTakeTheOrderOver() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}", 1)
                    .lands(
                            "crm/order-items",
                            "{'Id':'802A1','OrderId':'8015g00000AB001AAD','LineNumber__c':1,'Quantity':5}",
                            2)
                    .lands(
                            "erp/sales-orders",
                            "{'order_no':'SO-1','customer_reference':'8015g00000AB001AAD','status':'ACCEPTED','credit_status':'APPROVED'}",
                            3)
                    .lands(
                            "erp/sales-order-lines",
                            "{'order_no':'SO-1','line_no':10,'customer_line':1,'qty_ordered':'5','warehouse':'WEST'}",
                            4);

            // When
            flow.passes(Duration.ofSeconds(5));

            // Then
            assertThat(flow.asked())
                    .filteredOn(message -> message.getTarget().startsWith("wms-"))
                    .singleElement()
                    .satisfies(message -> {
                        assertThat(message.getIdempotencyKey())
                                .isEqualTo("wms-west|warehouse-order|erp:sales-order:SO-1|accepted");
                        assertThat(message.getObject()).isEqualTo("whs.host_orders");
                        assertThat(message.getPayload()).contains("\"hostLine\":\"10\"", "\"qty\":\"5\"");
                    });
        }
    }

    @Test
    void shouldNotAskAWarehouseForAnOrderThatItHas() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: entered in the warehouse by hand before the ERP's acceptance was heard
            flow.lands("wms-east/orders", "{'id':'W-1','erp_order_no':'SO-1'}", 1);

            // When
            accepted(flow);
            flow.passes(Duration.ofSeconds(5));

            // Then
            assertThat(warehouse(flow)).isEmpty();
        }
    }

    @Test
    void shouldAskTheWarehouseNotToShipWhatTheCustomerTakesBackAndTakesBackAgain() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: five units, allocated
            accepted(flow);
            flow.lands("wms-east/orders", "{'id':'W-1','erp_order_no':'SO-1'}", 20)
                    .lands(
                            "wms-east/order-lines",
                            "{'order_id':'W-1','line_no':1,'erp_line_no':10,'qty_allocated':'5'}",
                            21);
            flow.settles();

            // When: two are to be cancelled, then none, then two again; each wish is answered
            for (int wish = 0; wish < 3; wish++) {
                flow.lands("crm/order-items", item(wish % 2 == 0 ? "2" : "0"), 30 + wish);
                flow.settles();
            }

            // Then
            assertThat(warehouse(flow)).extracting(OutMessage::getEffect).containsOnly("cancel");
            assertThat(warehouse(flow))
                    .extracting(OutMessage::getPayload)
                    .containsExactly(wish("2"), wish("0"), wish("2"));
            assertThat(warehouse(flow))
                    .extracting(OutMessage::getIdempotencyKey)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldStampWhatIsAskedForFromWhenItCameAboutUntilItIsDone() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // When
            accepted(flow);
            flow.settles();

            // Then
            List<OrderSync> stamps = flow.syncs().stream()
                    .filter(stamp ->
                            stamp.getEffect() != null && stamp.getTarget().equals("notify"))
                    .toList();
            assertThat(stamps).extracting(OrderSync::getOutcome).containsExactly("PENDING", "CONFIRMED");
            assertThat(stamps).allSatisfy(stamp -> {
                assertThat(stamp.getEffect()).isEqualTo("order-accepted");
                assertThat(stamp.getMilestone()).isEqualTo("notified");
                assertThat(stamp.getSource()).isEqualTo("erp");
                assertThat(stamp.getOccurredAt()).startsWith("2026-11-20T05:11");
                assertThat(stamp.getLive()).isTrue();
            });
            assertThat(stamps.getLast().getConfirmedAt()).isNotNull();
        }
    }

    @Test
    void shouldEndTheStampOfWhatIsAskedForNoLonger() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: accepted; the warehouse is asked when the source is known to be read past it
            accepted(flow);

            // When: put on hold before that
            flow.lands("erp/sales-orders", salesOrder("'credit_status':'APPROVED','status':'ON_HOLD'"), 9);
            flow.passes(Duration.ofSeconds(5));

            // Then
            assertThat(warehouse(flow)).isEmpty();
            assertThat(flow.syncs())
                    .filteredOn(stamp -> "warehouse-order".equals(stamp.getEffect()))
                    .extracting(OrderSync::getOutcome)
                    .containsExactly("PENDING", "WITHDRAWN");
        }
    }

    @Test
    void shouldNotAskAfterARestartForWhatIsHalfReadOnly() throws JsonProcessingException {
        // Given: it dies between two lines of an order, which landed together
        Flow before = new Flow();
        accepted(before);
        Instant landed = before.now();

        // When: away for longer than an effect waits
        try (Flow after = before.restarted(Duration.ofSeconds(30))) {
            beat(after).passes(Duration.ofSeconds(2));
            after.landedAt(
                    landed,
                    "erp/sales-order-lines",
                    "{'order_no':'SO-1','line_no':20,'qty_ordered':'7','warehouse':'EAST'}",
                    5);
            after.passes(Duration.ofSeconds(20));

            // Then
            assertThat(warehouse(after))
                    .singleElement()
                    .extracting(OutMessage::getPayload, STRING)
                    .contains("\"line\":\"10\"", "\"line\":\"20\"");
        }
    }

    @Test
    void shouldNotAskForWhatIsHalfReadOnlyInABacklog() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: everything is read half a minute late, and for longer than an effect waits only half of an order
            // is
            Instant landed = flow.now();
            flow.passes(Duration.ofSeconds(30));
            accepted(flow, landed);
            beat(flow).passes(Duration.ofSeconds(3));

            // When
            flow.landedAt(
                    landed,
                    "erp/sales-order-lines",
                    "{'order_no':'SO-1','line_no':20,'qty_ordered':'7','warehouse':'EAST'}",
                    5);
            flow.passes(Duration.ofSeconds(20));

            // Then
            assertThat(warehouse(flow))
                    .singleElement()
                    .extracting(OutMessage::getPayload, STRING)
                    .contains("\"line\":\"10\"", "\"line\":\"20\"");
        }
    }

    private static void accepted(Flow flow) throws JsonProcessingException {
        accepted(flow, flow.now().plusSeconds(1));
    }

    private static void accepted(Flow flow, Instant landed) throws JsonProcessingException {
        flow.landedAt(landed, "crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}", 1)
                .landedAt(landed, "crm/order-items", item("0"), 2)
                .landedAt(landed, "erp/sales-orders", salesOrder("'status':'ACCEPTED','credit_status':'APPROVED'"), 3)
                .landedAt(
                        landed,
                        "erp/sales-order-lines",
                        "{'order_no':'SO-1','line_no':10,'customer_line':1,'qty_ordered':'5','warehouse':'EAST'}",
                        4);
    }

    /** All sources are known to have been read to now. */
    private static Flow beat(Flow flow) {
        for (String source : List.of("crm", "erp")) {
            flow.beats(
                    source,
                    "{\"connection\":\"" + source + "\",\"at\":\"" + flow.now() + "\",\"kind\":\"cdc\",\"epoch\":1}");
        }
        return flow;
    }

    private static String item(String cancelled) {
        return "{'Id':'802A1','OrderId':'8015g00000AB001AAD','LineNumber__c':1,'Quantity':5,'Cancelled_Quantity__c':"
                + cancelled + "}";
    }

    private static String salesOrder(String states) {
        return "{'order_no':'SO-1','customer_reference':'8015g00000AB001AAD'," + states + "}";
    }

    private static String wish(String units) {
        return "{\"erp_order_no\":\"SO-1\",\"lines\":[{\"line\":\"10\",\"quantity\":\"" + units + "\"}]}";
    }

    @Test
    void shouldLeaveNothingOpenAtATargetThatIsToldNothingOfIt() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // When: captured, not yet known to the ERP, which is told of nothing but what has left
            flow.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}", 1);

            // Then
            assertThat(LastStamps.at("erp", flow).values()).isNotEmpty().containsOnly("UNCHANGED");

            // When
            accepted(flow);
            flow.settles();

            // Then
            assertThat(LastStamps.at("erp", flow).values()).isNotEmpty().containsOnly("UNCHANGED");
        }
    }

    private static List<OutMessage> warehouse(Flow flow) {
        return flow.asked().stream()
                .filter(message -> message.getTarget().equals("wms-east"))
                .toList();
    }
}
