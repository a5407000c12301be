package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.contract.OrderException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R196: rows that stand here and that their source has no more are named; nothing is taken back for them. */
class SurplusTest {

    private static final long FIRST = 1_000;
    private static final long SECOND = 2_000;

    @Test
    void shouldNameARowWhoseDeletionWasNotHeardAndSayWhatToDo() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            isHere(flow, "W-1");
            isHere(flow, "W-2");

            // When: a round meets only one of them
            round(flow, FIRST, "W-2");

            // Then
            assertThat(told(flow)).singleElement().satisfies(surplus -> {
                assertThat(surplus.getExceptionId()).isEqualTo("wms-east|orders|SOURCE_SURPLUS");
                assertThat(surplus.getText()).contains("1 row of orders", "[W-1]", "delete it again");
            });
            assertThat(flow.signals()).isEmpty();
            assertThat(flow.tallies().getLast().getSurplus()).isEqualTo(1);

            // When: it is deleted there once more, and that is heard
            flow.lands("raw.wms-east.orders", "wms-east:order:W-1", deleted("W-1", 500_000));
            marks(flow, 2);

            // Then
            assertThat(told(flow)).extracting(OrderException::getState).containsExactly("RESOLVED");
        }
    }

    @Test
    void shouldSayNothingOfADeletionThatIsOnItsWay() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: deleted at the source before the round, not heard yet
            isHere(flow, "W-1");
            began(flow, FIRST);
            ended(flow, FIRST);
            flow.passes(Duration.ofSeconds(2));
            pulse(flow);

            // When
            flow.lands("raw.wms-east.orders", "wms-east:order:W-1", deleted("W-1", 59_000));
            marks(flow, 4);

            // Then
            assertThat(told(flow)).isEmpty();
        }
    }

    @Test
    void shouldSayNothingOfARowThatCameBehindTheRound() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.passes(Duration.ofMinutes(1));
            began(flow, FIRST);

            // When: its key lies before the place that is read now
            flow.lands("wms-east/orders", "{'id':'W-1','erp_order_no':'SO-1'}", 60_500);
            ended(flow, FIRST);
            marks(flow, 4);

            // Then
            assertThat(told(flow)).isEmpty();
        }
    }

    @Test
    void shouldSayNothingAfterARoundWhoseBeginWasNotSeen() throws JsonProcessingException {
        // Given: another task has seen the begin
        Flow before = new Flow();
        isHere(before, "W-1");
        began(before, FIRST);
        try (Flow flow = before.restarted(Duration.ofSeconds(1))) {
            // When
            ended(flow, FIRST);
            marks(flow, 4);

            // Then
            assertThat(told(flow)).isEmpty();

            // When: the next one was
            round(flow, SECOND, "W-2");

            // Then
            assertThat(told(flow)).hasSize(1);
        }
    }

    @Test
    void shouldExpectNoRowThatIsKeptOnPurposeWhenItIsDeleted() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: the warehouse clears its in-tray, and what it was told stands
            flow.lands("wms-east/inbound-orders", "{'idempotency_key':'wms-east|order|1','erp_order_no':'SO-1'}", 1);
            flow.passes(Duration.ofMinutes(1));

            // When
            flow.tells("wms-east", marker("began", "inbound-orders", flow.now(), FIRST));
            flow.tells("wms-east", marker("ended", "inbound-orders", flow.now(), FIRST));
            marks(flow, 4);

            // Then
            assertThat(told(flow)).isEmpty();
        }
    }

    @Test
    void shouldExpectNoRowOfADocumentThatWasDeletedWhenItWasOver() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: shipped, and deleted by the warehouse's housekeeping: what it says stands
            flow.lands("wms-east/shipments", "{'id':'S-1','erp_order_no':'SO-1','status':'SHIPPED'}", 1);
            flow.lands("raw.wms-east.shipments", "wms-east:shipment:S-1", deletedShipment(10_000));
            flow.passes(Duration.ofMinutes(1));

            // When
            flow.tells("wms-east", marker("began", "shipments", flow.now(), FIRST));
            flow.tells("wms-east", marker("ended", "shipments", flow.now(), FIRST));
            marks(flow, 4);

            // Then
            assertThat(told(flow)).isEmpty();
        }
    }

    @Test
    void shouldForgetASurplusThatALaterRoundMeets() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            isHere(flow, "W-1");
            round(flow, FIRST, "W-2");
            assertThat(told(flow)).hasSize(1);

            round(flow, SECOND, "W-1");

            assertThat(told(flow)).extracting(OrderException::getState).containsExactly("RESOLVED");
        }
    }

    private static void isHere(Flow flow, String key) throws JsonProcessingException {
        flow.lands("wms-east/orders", "{'id':'" + key + "','erp_order_no':'SO-1'}", 1);
        flow.passes(Duration.ofMinutes(1));
    }

    /** A round that meets one row. */
    private static void round(Flow flow, long round, String key) {
        began(flow, round);
        flow.tells(
                "wms-east:order:" + key,
                ("{\"kind\":\"row\",\"connection\":\"wms-east\",\"entity\":\"orders\",\"round\":%d,\"key\":\"%s\","
                                + "\"readAt\":\"%s\"}")
                        .formatted(round, key, flow.now()));
        ended(flow, round);
        marks(flow, 4);
    }

    private static void began(Flow flow, long round) {
        flow.tells("wms-east", marker("began", "orders", flow.now(), round));
    }

    private static void ended(Flow flow, long round) {
        flow.tells("wms-east", marker("ended", "orders", flow.now(), round));
    }

    private static String marker(String kind, String entity, Instant at, long round) {
        return "{\"kind\":\"%s\",\"connection\":\"wms-east\",\"entity\":\"%s\",\"round\":%d,\"at\":\"%s\",\"rows\":1}"
                .formatted(kind, entity, round, at);
    }

    private static void marks(Flow flow, int times) {
        for (int i = 0; i < times; i++) {
            flow.passes(Duration.ofSeconds(6));
            flow.beats(
                    "wms-east",
                    "{\"connection\":\"wms-east\",\"at\":\"%s\",\"kind\":\"cdc\",\"epoch\":1}"
                            .formatted(flow.now().minusSeconds(1)));
            pulse(flow);
        }
        flow.passes(Duration.ofSeconds(5)).passes(Duration.ofSeconds(5));
    }

    private static void pulse(Flow flow) {
        flow.tells("wms-east", "{\"kind\":\"pulse\",\"connection\":\"wms-east\"}");
    }

    private static String deleted(String key, long version) throws JsonProcessingException {
        return RawRows.value("wms-east/orders", new ObjectMapper().readTree("{\"id\":\"" + key + "\"}"), "d", version);
    }

    private static String deletedShipment(long version) throws JsonProcessingException {
        return RawRows.value("wms-east/shipments", new ObjectMapper().readTree("{\"id\":\"S-1\"}"), "d", version);
    }

    private static List<OrderException> told(Flow flow) {
        return flow.exceptions().stream()
                .filter(exception -> exception.getType().startsWith("SOURCE_SURPLUS"))
                .toList();
    }
}
