package io.crossdock.runtime;

import io.crossdock.contract.OrderSync;
import io.crossdock.contract.SourceTally;
import io.crossdock.observe.OpenLag;
import io.crossdock.observe.OpenLagCount;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.publish.SyncStore;
import io.crossdock.query.NotReadyException;
import io.crossdock.query.StoreView;
import io.crossdock.reconcile.EntityStanding;
import io.crossdock.reconcile.RoundStore;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What the stores of this instance hold together, over all its partitions. */
final class LocalStores {

    private final StoreView stores;
    private final OpenLagCount unsynced;

    LocalStores(StoreView stores) {
        this.stores = stores;
        this.unsynced = new OpenLagCount(this::eachUnsynced, System::nanoTime);
    }

    /** Whether they can be read now. */
    boolean answer() {
        try {
            stores.all(OutcomeStore.NAME);
            return true;
        } catch (NotReadyException e) {
            return false;
        }
    }

    /** How often each outcome was counted. */
    Map<String, Long> outcomes() {
        Map<String, Long> sums = OutcomeStore.sums();
        for (ReadOnlyKeyValueStore<String, Long> store : stores.<Long>all(OutcomeStore.NAME)) {
            OutcomeStore.addTo(sums, store);
        }
        return sums;
    }

    /** Milestones that a target does not know yet, as they are or as they were a moment ago. */
    List<OpenLag> unsynced() {
        return unsynced.get();
    }

    private void eachUnsynced(Consumer<OrderSync> to) {
        stores.<OrderSync>all(SyncStore.OPEN).forEach(store -> SyncStore.live(store, to));
    }

    /** How every entity of the sources stood in its last round. */
    List<EntityStanding> standings() {
        return RoundStore.all(stores.<SourceTally>global(RoundStore.NAME));
    }
}
