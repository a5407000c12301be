package io.crossdock.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.OrderSync;
import io.crossdock.flow.MemoryStores;
import io.crossdock.observe.OrderSyncs;
import io.crossdock.order.fact.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
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
        return MemoryStores.of(context, name, new AvroBytes<OrderSync>(OrderSync.getClassSchema()));
    }

    private static OrderSync sync(String milestone, String target, boolean live) {
        return OrderSyncs.shipped(NOON)
                .setMilestone(milestone)
                .setTarget(target)
                .setSource("crm")
                .setLive(live)
                .setOccurredAt("2026-11-20T07:00:00-05:00")
                .build();
    }
}
