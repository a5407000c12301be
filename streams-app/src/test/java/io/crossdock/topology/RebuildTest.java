package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderException;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OutMessage;
import io.crossdock.switches.SwitchStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;

/** R182 to R184: every status is worked out anew from what came in, and nobody outside notices anything but a new epoch. */
class RebuildTest {

    private static final List<String> TARGETS = List.of("crm", "erp", "wms-east", "wms-west", "notify");

    private static Flow done() throws JsonProcessingException {
        Flow flow = new Flow();
        done(flow);
        return flow.settles();
    }

    private static void done(Flow flow) throws JsonProcessingException {
        for (TestOrders.Row row : TestOrders.done(1)) {
            flow.lands(row.entity(), row.columns(), row.version());
        }
    }

    private static OrderStatus last(Flow flow) {
        return flow.statuses().getLast().value;
    }

    private static Flow allGoLive(Flow flow, Instant since) {
        TARGETS.forEach(target -> flow.goesLive(target, since));
        return flow.drains().settles();
    }

    @Test
    void shouldPublishNothingUntilItIsDoneAndThenEveryStatusOnce() throws JsonProcessingException {
        try (Flow before = done();
                Flow flow = before.rebuilt(before.now().plusSeconds(10), List.of())) {
            // Given
            OrderStatus known = last(before);
            flow.drains();
            assertThat(flow.statuses()).isEmpty();
            assertThat(flow.events()).isEmpty();
            assertThat(flow.syncs()).isEmpty();

            // When
            List<KeyValue<String, OrderStatus>> published =
                    flow.publishes().drains().statuses();

            // Then
            assertThat(published).singleElement().satisfies(status -> {
                assertThat(status.value.getContentHash()).isEqualTo(known.getContentHash());
                assertThat(status.value.getVersion().getEpoch()).isEqualTo(2);
                assertThat(status.value.getOrderId()).isEqualTo(known.getOrderId());
            });
            assertThat(flow.events()).isEmpty();
        }
    }

    @Test
    void shouldNotBeDoneBeforeTheLastStatusIsPublished() throws JsonProcessingException {
        // Given: more orders than are looked at again in a second
        int orders = 420;
        Flow before = new Flow();
        for (int number = 100; number < 100 + orders; number++) {
            before.lands(
                    "crm/orders", "{'Id':'8015g00000AB%dAAD','OrderNumber':'9%d'}".formatted(number, number), number);
        }
        try (before;
                Flow flow = before.rebuilt(before.now().plusSeconds(10), List.of())) {
            flow.drains().publishes();

            // When
            int published = 0;
            while (flow.isLooking(SwitchStore.REBUILD)) {
                flow.passes(Duration.ofMillis(250));
                published += flow.statuses().size();
            }

            // Then
            assertThat(published).isEqualTo(orders);
        }
    }

    @Test
    void shouldTellAndAskNobodyOfWhatHasNotChanged() throws JsonProcessingException {
        try (Flow before = done();
                Flow flow = before.rebuilt(before.now().plusSeconds(10), List.of())) {
            // When
            flow.drains().publishes().drains();
            allGoLive(flow, before.now());

            // Then
            assertThat(before.told()).isNotEmpty();
            assertThat(before.asked()).isNotEmpty();
            assertThat(flow.told()).isEmpty();
            assertThat(flow.asked()).isEmpty();
        }
    }

    @Test
    void shouldTellOnceOfWhatChangesAfterwards() throws JsonProcessingException {
        try (Flow before = done();
                Flow flow = before.rebuilt(before.now().plusSeconds(10), List.of())) {
            // Given
            flow.drains().publishes().drains();
            allGoLive(flow, before.now());

            // When: it is invoiced again
            flow.lands("erp/credit-memos", "{'memo_no':'CM-1','order_no':'SO-1','total':'2.00'}", 90_000_000);
            flow.settles();

            // Then
            assertThat(flow.told().size() + flow.asked().size()).isLessThanOrEqualTo(1);
            assertThat(flow.told())
                    .allSatisfy(told -> assertThat(told.getVersion().getEpoch()).isEqualTo(2));
        }
    }

    @Test
    void shouldAskForWhatStillWaitedWhenTheRebuildBegan() throws JsonProcessingException {
        Flow before = new Flow();
        Instant begun = before.now();
        done(before);
        // Given: nothing was sent yet, because the rest of what the sources write may be on its way
        assertThat(before.asked()).extracting(OutMessage::getEffect).doesNotContain("shipped");
        try (before;
                Flow flow = before.rebuilt(begun, List.of())) {
            // When
            flow.drains().publishes().drains();
            allGoLive(flow, begun);

            // Then
            assertThat(flow.asked())
                    .filteredOn(message -> message.getTarget().equals("notify"))
                    .extracting(OutMessage::getEffect)
                    .containsExactly("order-accepted", "shipped");
        }
    }

    @Test
    void shouldWriteToNobodyAboutWhatIsOld() throws JsonProcessingException {
        Flow before = new Flow();
        done(before);
        try (before;
                Flow flow = before.rebuilt(before.now().plusSeconds(10), List.of())) {
            // When: as if every receipt were lost
            flow.drains().publishes().drains();
            allGoLive(flow, before.now());

            // Then
            assertThat(flow.asked()).noneMatch(message -> message.getTarget().equals("notify"));
        }
    }

    @Test
    void shouldRememberWhatWasLeftToOthers() throws JsonProcessingException {
        Flow before = new Flow();
        TARGETS.forEach(before::observes);
        done(before);
        before.passes(Duration.ofMinutes(1));
        Instant live = before.now();
        allGoLive(before, live);
        try (before;
                Flow flow = before.rebuilt(before.now(), List.of())) {
            // When
            flow.drains().publishes().drains();
            allGoLive(flow, before.now());

            // Then
            assertThat(before.asked())
                    .filteredOn(message -> message.getEffect() != null)
                    .isEmpty();
            assertThat(flow.asked())
                    .filteredOn(message -> message.getEffect() != null)
                    .isEmpty();
        }
    }

    @Test
    void shouldStayMutedWhateverWasSwitchedInTheEpochBefore() throws JsonProcessingException {
        try (Flow before = new Flow().observes("crm")) {
            before.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}", 1);
            Flow flow = before.rebuiltAfter(before.now().plusSeconds(5));
            try (flow) {
                // When: its entries are read again, before the one that asks for this epoch
                flow.goesLive("crm", before.now()).drains();

                // Then
                assertThat(flow.told()).isEmpty();
                assertThat(flow.outcomes()).containsEntry("outcome|query|crossdock|ignored", 1L);
            }
        }
    }

    @Test
    void shouldFindAgainWhatWasWrongAndWhoTookItOn() throws JsonProcessingException {
        Flow before = new Flow();
        before.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}", 1);
        OrderException late = before.passes(Duration.ofHours(5)).exceptions().getFirst();
        before.acknowledges(late, "crm:order:8015g00000AB001AAD", "ann", "I call them");
        OrderException taken = before.exceptions().getFirst();
        try (before;
                Flow flow = before.rebuilt(before.now(), List.of(taken))) {
            // Given
            assertThat(flow.passes(Duration.ofHours(5)).drains().exceptions()).isEmpty();

            // When
            List<OrderException> published = flow.publishes().drains().exceptions();

            // Then
            assertThat(published).singleElement().satisfies(again -> {
                assertThat(again.getExceptionId()).isEqualTo(taken.getExceptionId());
                assertThat(again.getOpenedAt()).isEqualTo(taken.getOpenedAt());
                assertThat(again.getAcknowledgedBy()).isEqualTo("ann");
            });
        }
    }

    @Test
    void shouldGoOverToALaterEpochAlsoAfterARestartInTheOldOne() throws JsonProcessingException {
        // Given
        Flow flow = new Flow();
        flow.asksForEpoch(2);
        List<Long> told = flow.later();

        // When
        try (Flow restarted = flow.restarted(Duration.ofSeconds(1))) {
            restarted.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}", 1);

            // Then
            assertThat(told).containsExactly(2L);
        }
    }
}
