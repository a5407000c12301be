package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OutMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** R180, R181: a target is observed beside whoever told it before, then told, and observed again at any time. */
class GoingLiveTest {

    private static final String ITEM = "{'Id':'8025g0000000001AAA','OrderId':'8015g00000AB001AAD','LineNumber__c':1,"
            + "'ProductCode__c':'A1','Quantity':5}";

    private static String order(int number) {
        return "{'Id':'8015g00000AB%03dAAD','OrderNumber':'%d','Customer_Code__c':'C-7'}"
                .formatted(number, 1000 + number);
    }

    /** What it would be told, had somebody else written it. */
    private static String asItShouldShow(int number) throws JsonProcessingException {
        try (Flow twin = new Flow()) {
            String payload =
                    twin.lands("crm/orders", order(number), 1).told().getLast().getPayload();
            return order(number).replaceFirst("}$", "," + payload.substring(1).replace('"', '\''));
        }
    }

    @Test
    void shouldSendNothingWhileItIsOnlyObserved() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // When
            flow.observes("crm").lands("crm/orders", order(1), 1).passes(Duration.ofMinutes(1));

            // Then
            assertThat(flow.told()).isEmpty();
            assertThat(states(flow)).isEqualTo(Map.of("unknown", 1L));
        }
    }

    @Test
    void shouldTellOnGoingLiveOnlyWhereItShowsSomethingElse() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: somebody else has told it of one of two orders
            flow.observes("crm").lands("crm/orders", order(1), 1).lands("crm/orders", order(2), 2);
            flow.lands("crm/orders", asItShouldShow(1), 1_000_000).passes(Duration.ofSeconds(5));
            Map<String, Long> report = states(flow);

            // When
            flow.goesLive("crm", flow.now()).passes(Duration.ofSeconds(5));

            // Then
            assertThat(report).isEqualTo(Map.of("same", 1L, "unknown", 1L));
            assertThat(flow.told())
                    .singleElement()
                    .satisfies(told -> assertThat(told.getTargetKey()).isEqualTo("8015g00000AB002AAD"));
        }
    }

    @Test
    void shouldSeeWhatItShowsThoughItsRowCameBeforeTheRest() throws JsonProcessingException {
        String cancelled = order(1).replace("}", ",'Status':'Cancelled'}");
        String shown;
        try (Flow twin = new Flow()) {
            String payload = twin.lands("crm/orders", cancelled, 1)
                    .lands("crm/order-items", ITEM, 2)
                    .settles()
                    .told()
                    .getLast()
                    .getPayload();
            shown = cancelled.replaceFirst("}$", "," + payload.substring(1).replace('"', '\''));
        }
        try (Flow flow = new Flow()) {
            // When: its order is known as cancelled only with its line
            flow.observes("crm").lands("crm/orders", shown, 1);
            Map<String, Long> early = states(flow);
            flow.lands("crm/order-items", ITEM, 2);

            // Then
            assertThat(early).isEqualTo(Map.of("unknown", 1L));
            assertThat(states(flow)).isEqualTo(Map.of("same", 1L));
        }
    }

    @Test
    void shouldTellOnceOfAChangeAfterwards() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.observes("crm").lands("crm/orders", order(1), 1).lands("crm/order-items", ITEM, 2);
            flow.lands("crm/orders", asItShouldShow(1), 1_000_000).passes(Duration.ofSeconds(5));
            flow.goesLive("crm", flow.now()).passes(Duration.ofSeconds(5)).settles();
            int before = flow.told().size();

            // When: written by the customer's clerk, who leaves our fields as they are
            flow.lands("crm/orders", asItShouldShow(1).replace("}", ",'Status':'Cancelled'}"), 2_000_000)
                    .settles();

            // Then
            assertThat(before).isZero();
            assertThat(flow.told())
                    .singleElement()
                    .satisfies(told -> assertThat(told.getPayload()).contains("CANCELLED"));
        }
    }

    @Test
    void shouldLookAtEveryOrderAFewAtATime() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.observes("crm");
            for (int number = 0; number < 500; number++) {
                flow.lands("crm/orders", order(number), number + 1);
            }

            // When
            flow.goesLive("crm", flow.now()).passes(Duration.ofSeconds(1));
            int soon = flow.told().size();
            flow.drains();

            // Then
            assertThat(soon).isLessThan(300);
            assertThat(flow.told()).hasSize(500);
            assertThat(flow.told().stream().map(OutMessage::getTargetKey).distinct())
                    .hasSize(500);
        }
    }

    @Test
    void shouldGoOnLookingAfterARestart() throws JsonProcessingException {
        Flow flow = new Flow();
        flow.observes("crm");
        for (int number = 0; number < 300; number++) {
            flow.lands("crm/orders", order(number), number + 1);
        }
        flow.goesLive("crm", flow.now()).passes(Duration.ofSeconds(1));
        int before = flow.told().size();

        // When
        try (Flow next = flow.restarted(Duration.ofSeconds(1))) {
            next.drains();

            // Then
            assertThat(before).isPositive();
            assertThat(before + next.told().size()).isEqualTo(300);
        }
    }

    @Test
    void shouldNotDoAgainWhatSomebodyElseDid() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: an order is accepted, shipped and invoiced while somebody else writes to the customer
            List.of("crm", "erp", "wms-east", "notify").forEach(flow::observes);
            done(flow, 0);
            flow.passes(Duration.ofMinutes(1));
            Map<String, Long> waiting =
                    Objects.requireNonNull(flow.targets().get("notify")).effects();

            // When
            Instant now = flow.now();
            List.of("crm", "erp", "wms-east", "notify").forEach(target -> flow.goesLive(target, now));
            flow.passes(Duration.ofMinutes(1)).settles();
            done(flow, 1_000_000);
            flow.settles();

            // Then
            assertThat(waiting).isEqualTo(Map.of("order-accepted", 1L, "shipped", 1L));
            assertThat(flow.asked())
                    .filteredOn(message -> message.getEffect() != null)
                    .isEmpty();
            assertThat(flow.syncs())
                    .filteredOn(sync -> "shipped".equals(sync.getEffect()))
                    .last()
                    .satisfies(sync -> assertThat(sync.getOutcome()).isEqualTo("LEFT"));
        }
    }

    @Test
    void shouldNotDoAgainWhatHadLandedButWasNotWorkedOffWhenItWentLive() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: an order that is accepted and shipped waits behind many others at the switch
            flow.observes("notify").passes(Duration.ofMinutes(1));
            Instant landed = flow.now().minusSeconds(1);
            flow.goesLive("notify", flow.now()).passes(Duration.ofMinutes(2));

            // When: it is worked off, and another one comes
            for (TestOrders.Row row : TestOrders.done(1)) {
                flow.landedAt(landed, row.entity(), row.columns(), row.version());
            }
            flow.passes(Duration.ofMinutes(1)).settles();
            List<OutMessage> ofTheOld = List.copyOf(flow.asked());
            for (TestOrders.Row row : TestOrders.done(2)) {
                flow.lands(row.entity(), row.columns(), row.version());
            }
            flow.passes(Duration.ofMinutes(1)).settles();

            // Then
            assertThat(ofTheOld)
                    .filteredOn(message -> message.getTarget().equals("notify"))
                    .isEmpty();
            assertThat(flow.asked()).extracting(OutMessage::getEffect).contains("order-accepted", "shipped");
        }
    }

    @Test
    void shouldDoWhatNobodyDidSinceTheOldWayEnded() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: the old way ends, then an order is accepted and shipped
            flow.observes("notify").passes(Duration.ofMinutes(1));
            Instant ended = flow.now();
            flow.passes(Duration.ofMinutes(1));
            done(flow, 0);
            flow.passes(Duration.ofMinutes(1));

            // When
            flow.goesLive("notify", ended).passes(Duration.ofSeconds(5)).settles();

            // Then
            assertThat(flow.asked()).extracting(OutMessage::getEffect).contains("order-accepted", "shipped");
        }
    }

    @Test
    void shouldBeOnlyObservedAgainAtAnyTime() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("crm/orders", order(1), 1).settles();
            int before = flow.told().size();

            // When
            flow.observes("crm").lands("crm/orders", order(1).replace("}", ",'Status':'Cancelled'}"), 2_000_000);
            flow.passes(Duration.ofMinutes(10));

            // Then: kept for later, and no alarm that it is not told
            assertThat(flow.told()).hasSize(before);
            assertThat(states(flow)).isEqualTo(Map.of("different", 1L));
            assertThat(flow.exceptions())
                    .noneMatch(exception -> exception.getType().equals("SYNC_OVERDUE"));
        }
    }

    @Test
    void shouldIgnoreASwitchThatIsOlderThanTheLastOne() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            Instant before = flow.now().minusSeconds(60);
            flow.observes("crm");

            // When
            flow.switches("crm", "live", before)
                    .lands("crm/orders", order(1), 1)
                    .passes(Duration.ofSeconds(5));

            // Then
            assertThat(flow.told()).isEmpty();
            assertThat(flow.outcomes()).containsEntry("outcome|query|crossdock|ignored", 1L);
        }
    }

    private static void done(Flow flow, long later) throws JsonProcessingException {
        for (TestOrders.Row row : TestOrders.done(1)) {
            flow.lands(row.entity(), row.columns(), row.version() + later);
        }
    }

    private static Map<String, Long> states(Flow flow) {
        return Objects.requireNonNull(flow.targets().get("crm")).states();
    }
}
