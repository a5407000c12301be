package io.crossdock.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.OrderSync;
import io.crossdock.contract.OrderVersion;
import io.crossdock.order.fact.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** What came by a first load is nobody's lag, and costs nothing who looks for what is late. */
class SyncStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Identifier ORDER = Identifier.parse("crm:order:801");

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final KeyValueStore<String, OrderSync> open = store(SyncStore.OPEN);
    private final SyncStore syncs = new SyncStore(store(SyncStore.ALL), open);

    @Test
    void shouldGiveApartWhatCameAboutWhileWeListened() {
        // Given
        syncs.begin(ORDER, sync("captured", "crm", false));
        syncs.begin(ORDER, sync("shipped", "crm", true));
        syncs.begin(ORDER, sync("shipped", "erp", true));

        // Then
        assertThat(live()).extracting(OrderSync::getTarget).containsExactly("crm", "erp");
        assertThat(syncs.open(ORDER, "crm"))
                .extracting(OrderSync::getMilestone)
                .containsExactlyInAnyOrder("captured", "shipped");
    }

    @Test
    void shouldGoOnWaitingForWhatWasRefused() {
        // Given
        syncs.begin(ORDER, sync("shipped", "crm", true));

        // When: refused, and open until a newer message cures it
        OrderSync refused = OrderSync.newBuilder(sync("shipped", "crm", true))
                .setOutcome("REJECTED")
                .build();
        syncs.begin(ORDER, refused);

        // Then
        assertThat(syncs.open(ORDER, "crm")).containsExactly(refused);

        // When: an outcome that is the last one
        syncs.end(ORDER, refused);

        // Then
        assertThat(syncs.open(ORDER, "crm")).isEmpty();
    }

    @Test
    void shouldEndEither() {
        // Given
        syncs.begin(ORDER, sync("captured", "crm", false));
        syncs.begin(ORDER, sync("shipped", "crm", true));

        // When
        syncs.end(ORDER, sync("captured", "crm", false));
        syncs.end(ORDER, sync("shipped", "crm", true));

        // Then
        assertThat(live()).isEmpty();
        assertThat(syncs.open(ORDER, "crm")).isEmpty();
        assertThat(open.approximateNumEntries()).isZero();
    }

    private List<OrderSync> live() {
        List<OrderSync> live = new ArrayList<>();
        SyncStore.live(open, live::add);
        return live;
    }

    private KeyValueStore<String, OrderSync> store(String name) {
        KeyValueStore<String, OrderSync> made = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name),
                        Serdes.String(),
                        new AvroBytes<OrderSync>(OrderSync.getClassSchema()))
                .withLoggingDisabled()
                .build();
        made.init(context.getStateStoreContext(), made);
        return made;
    }

    private static OrderSync sync(String milestone, String target, boolean live) {
        return OrderSync.newBuilder()
                .setOrderId("ord_1")
                .setSubject("order")
                .setMilestone(milestone)
                .setTarget(target)
                .setOutcome("PENDING")
                .setSource("crm")
                .setLive(live)
                .setVersion(new OrderVersion(1L, 1L))
                .setOccurredAt("2026-11-20T07:00:00-05:00")
                .setRecordedAt(NOON)
                .setLandedAt(NOON)
                .setProjectedAt(NOON)
                .build();
    }
}
