package io.crossdock.local.prove.golive;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.process.Pause;
import io.crossdock.local.trial.TrialOrder;
import io.crossdock.local.trial.TrialOrders;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The day's business meanwhile: an order every few seconds, placed, accepted, released and packed by the old way. */
final class Steady implements AutoCloseable {

    private static final long EVERY_MS = 3_000;

    private final List<TrialOrder> placed = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> people;
    private volatile boolean ends;

    Steady(Secrets secrets) {
        people = CompletableFuture.runAsync(() -> {
            try (TrialOrders orders = TrialOrders.open(secrets)) {
                while (!ends) {
                    placed.add(orders.place());
                    Pause.millis(EVERY_MS);
                }
            }
        });
    }

    /** Ends the day and says what came. */
    List<TrialOrder> end() {
        ends = true;
        people.join();
        return List.copyOf(placed);
    }

    @Override
    public void close() {
        ends = true;
    }
}
