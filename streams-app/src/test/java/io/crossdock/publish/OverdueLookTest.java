package io.crossdock.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.OrderSync;
import io.crossdock.flow.MemoryStores;
import io.crossdock.observe.OrderSyncs;
import io.crossdock.order.fact.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target is away: what it does not know is looked through some at a time, and no order waits until all of it is read. */
class OverdueLookTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final KeyValueStore<String, OrderSync> open = store(SyncStore.OPEN);
    private final SyncStore syncs = new SyncStore(store(SyncStore.ALL), open);

    @BeforeEach
    void fourOrdersOfWhichOneCameByAFirstLoad() {
        begin(1, "captured", "crm", NOON.minusSeconds(100), true);
        begin(1, "shipped", "crm", NOON.minusSeconds(10), true);
        begin(2, "captured", "crm", NOON.minusSeconds(300), true);
        begin(2, "captured", "erp", NOON.minusSeconds(300), true);
        begin(3, "captured", "crm", NOON.minusSeconds(200), true);
        begin(3, "shipped", "crm", NOON.plusSeconds(1), true);
        begin(4, "captured", "crm", NOON.minusSeconds(900), false);
    }

    @Test
    void shouldFindTheSameInAnyNumberOfGoes() {
        // Given: six are live, and the end is known when nothing more is found
        for (int most = 1; most <= 8; most++) {
            OverdueLook look = new OverdueLook(open, Map.of("crm", NOON));
            int goes = 1;
            while (!look.isOverAfter(most) && goes < 100) {
                goes++;
            }

            // Then
            assertThat(goes).as("goes of %d", most).isEqualTo(6 / most + 1);
            assertThat(look.found()).as("found in goes of %d", most).containsOnlyKeys("crm");
            assertThat(look.found().values()).singleElement().satisfies(overdue -> {
                assertThat(overdue.wrong("crm", LIMIT).text())
                        .contains("4 milestones of 3 orders", "900 s ago")
                        .contains("first of all ord_2 captured, ord_3 captured, ord_1 captured. ");
                assertThat(overdue.wrong("crm", LIMIT).dueAt())
                        .isEqualTo(NOON.minusSeconds(300).plus(LIMIT));
            });
        }
    }

    @Test
    void shouldFindWhatIsAddedOnTheWayAndNotMissWhatStood() {
        // Given
        OverdueLook look = new OverdueLook(open, Map.of("crm", NOON, "erp", NOON));
        assertThat(look.isOverAfter(2)).isFalse();

        // When: the last one read is told, one behind it comes
        syncs.end(order(1), sync(1, "shipped", "crm", NOON.minusSeconds(10), true));
        begin(5, "captured", "erp", NOON.minusSeconds(5), true);

        // Then
        assertThat(look.isOverAfter(100)).isTrue();
        assertThat(look.found()).containsOnlyKeys("crm", "erp");
        assertThat(look.found().values())
                .extracting(overdue -> overdue.wrong("x", LIMIT).text())
                .anySatisfy(text -> assertThat(text).contains("4 milestones of 3 orders"))
                .anySatisfy(text -> assertThat(text).contains("2 milestones of 2 orders"));
    }

    @Test
    void shouldLeaveOutWhatIsAnsweredAndWhatHasStillThisMoment() {
        // Given
        begin(5, "captured", "wms-west", NOON, true);
        OrderSync waits = sync(6, "captured", "wms-west", NOON.minusSeconds(900), true);
        syncs.begin(order(6), OrderSync.newBuilder(waits).setOutcome("REJECTED").build());

        // When
        OverdueLook look = new OverdueLook(open, Map.of("wms-west", NOON));

        // Then
        assertThat(look.isOverAfter(100)).isTrue();
        assertThat(look.found()).isEmpty();
    }

    private void begin(int order, String milestone, String target, Instant projectedAt, boolean live) {
        syncs.begin(order(order), sync(order, milestone, target, projectedAt, live));
    }

    private static Identifier order(int order) {
        return Identifier.parse("crm:order:80" + order);
    }

    private KeyValueStore<String, OrderSync> store(String name) {
        return MemoryStores.of(context, name, new AvroBytes<OrderSync>(OrderSync.getClassSchema()));
    }

    private static OrderSync sync(int order, String milestone, String target, Instant projectedAt, boolean live) {
        return OrderSyncs.shipped(NOON)
                .setOrderId("ord_" + order)
                .setMilestone(milestone)
                .setTarget(target)
                .setLive(live)
                .setProjectedAt(projectedAt)
                .build();
    }
}
