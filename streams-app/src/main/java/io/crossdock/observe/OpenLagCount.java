package io.crossdock.observe;

import io.crossdock.contract.OrderSync;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What targets do not know yet, counted by state and target. All that is open is read for it, and while a target is away that may be
 * millions: so it is counted again only after many times as long as counting took, whoever asks and however often.
 */
public final class OpenLagCount implements Supplier<List<OpenLag>> {

    /** Counting takes at most a twentieth of one core. */
    private static final int REST = 19;

    private final Consumer<Consumer<OrderSync>> open;
    private final LongSupplier nanos;
    private List<OpenLag> last = List.of();
    private boolean counted;
    private long again;

    /**
     * Counts nothing yet.
     *
     * @param open gives everything that is open, one by one; may throw while the stores are restored
     * @param nanos a clock that only goes forward
     */
    public OpenLagCount(Consumer<Consumer<OrderSync>> open, LongSupplier nanos) {
        this.open = open;
        this.nanos = nanos;
    }

    /** As it is, or as it was a moment ago; throws what {@code open} throws. */
    @Override
    public synchronized List<OpenLag> get() {
        long begun = nanos.getAsLong();
        if (counted && begun - again < 0) {
            return last;
        }
        Map<String, OpenLag> count = new TreeMap<>();
        open.accept(sync -> {
            OpenLag one = OpenLag.of(sync);
            count.merge(one.state() + "|" + one.milestone() + "|" + one.target(), one, OpenLag::and);
        });
        last = List.copyOf(count.values());
        counted = true;
        long ended = nanos.getAsLong();
        again = ended + REST * (ended - begun);
        return last;
    }
}
