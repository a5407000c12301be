package io.crossdock.local.client.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How fast records are read, by what was seen of late: the beginning, while caches are cold, says nothing about the end. */
final class Pace {

    private static final Duration WINDOW = Duration.ofSeconds(15);
    private static final double NANOS = 1e9;

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(long read, long nanos) {}

    /** So many had been read at some time of a steady clock. */
    void saw(long read, long nanos) {
        if (!looks.isEmpty() && looks.getLast().read() > read) {
            // It began again: what was before does not count.
            looks.clear();
        }
        looks.addLast(new Look(read, nanos));
        while (looks.size() > 2 && nanos - looks.getFirst().nanos() > WINDOW.toNanos()) {
            looks.removeFirst();
        }
    }

    /** Records in a second; 0 while that cannot be told. */
    double perSecond() {
        if (looks.size() < 2) {
            return 0;
        }
        double seconds = (looks.getLast().nanos() - looks.getFirst().nanos()) / NANOS;
        return seconds <= 0 ? 0 : (looks.getLast().read() - looks.getFirst().read()) / seconds;
    }

    /** How long it takes to read so many more; null while that cannot be told. */
    @Nullable
    Duration forMore(long records) {
        double perSecond = perSecond();
        return perSecond <= 0 ? null : Duration.ofMillis(Math.round(Math.max(0, records) / perSecond * 1000));
    }
}
