package io.crossdock.bench.throughput;

import io.crossdock.bench.throughput.Preload.Written;
import io.crossdock.bench.throughput.Subject.Drained;
import io.crossdock.local.process.Progress;
import java.util.Locale;

/** Orders of one size are written while a variant pauses, and worked off when it goes on. */
final class Measuring {

    private final Progress progress;
    private final Size size;

    Measuring(Progress progress, Size size) {
        this.progress = progress;
        this.size = size;
    }

    /** Lets a paused or fresh variant work off the first orders, and pauses it. */
    void warmUp(Variant variant, Subject subject) {
        Written warm = Preload.write(variant, new OpenOrders(1, size.warmUp(), size.lines(), Size.AT_ONCE));
        long since = System.nanoTime();
        Drained drained = subject.drain(warm.records(), "-");
        progress.done(
                variant.text(),
                String.format(Locale.ROOT, "warmed up with %d facts in %.1f s", warm.records(), drained.seconds()),
                since);
        subject.pause();
    }

    /** Lets it work off the rest; {@code file} is that of a profile, {@code -} for none. */
    Outcome measured(Variant variant, Subject subject, Recipe recipe, String file) {
        Written raw =
                Preload.write(variant, new OpenOrders(1 + size.warmUp(), size.orders(), size.lines(), Size.AT_ONCE));
        long since = System.nanoTime();
        Drained drained = subject.drain(raw.records(), file);
        Outcome outcome = new Outcome(variant, size, raw.records(), raw.bytes(), drained, recipe);
        progress.done(
                variant.text(),
                String.format(
                        Locale.ROOT,
                        "%d facts in %.1f s, %.0f a second",
                        raw.records(),
                        drained.seconds(),
                        outcome.factsPerSecond()),
                since);
        return outcome;
    }
}
