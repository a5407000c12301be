package io.crossdock.local.prove.golive;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.broker.Metrics;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How fast records are worked off, said every few seconds: how many of how many, records a second, time left. */
final class Rate {

    private static final long LOOK_MS = 5_000;
    private static final int STALLED_LOOKS = 60;

    private final Progress progress;
    private final Asked asked;

    Rate(Progress progress, Asked asked) {
        this.progress = progress;
        this.asked = asked;
    }

    /** Raw records worked off by the application so far. */
    long normalized() {
        return Metrics.scrape().normalized().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Records of any topic that the application has not read yet. */
    long waiting() {
        return Metrics.scrape().sums("crossdock_topic_lag_records", Map.of(), "topic").values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Waits until so many more than {@code before} have been worked off, and then until it is {@code done}. */
    void await(String what, long before, long total, BooleanSupplier done) {
        long began = System.nanoTime();
        long last = -1;
        int stalled = 0;
        while (true) {
            long worked = normalized() - before;
            say(what, worked, total, began);
            if (worked >= total && done.getAsBoolean()) {
                return;
            }
            stalled = worked == last ? stalled + 1 : 0;
            last = worked;
            if (stalled > STALLED_LOOKS) {
                throw new StackFailure(
                        "Only " + worked + " of " + total + " records came: see .crossdock/logs/connect.log.");
            }
            Pause.millis(LOOK_MS);
        }
    }

    /** Waits until the rebuild into {@code epoch} is done. */
    void awaitRebuild(long epoch) {
        long began = System.nanoTime();
        while (true) {
            Optional<JsonNode> state =
                    asked.replay().filter(now -> now.path("epoch").asLong() == epoch);
            if (state.isPresent()) {
                JsonNode now = state.get();
                String stage = now.path("state").asText();
                say(
                        "rebuild, " + stage,
                        now.path("read").asLong(),
                        now.path("total").asLong(),
                        began);
                if (stage.equals("done")) {
                    progress.done("rebuild", now.path("total").asLong() + " records", began);
                    return;
                }
            }
            Pause.millis(LOOK_MS);
        }
    }

    private void say(String what, long worked, long total, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double perSecond = seconds > 0 ? worked / seconds : 0;
        long left = perSecond > 0 ? Math.round(Math.max(0, total - worked) / perSecond) : 0;
        progress.step(
                what.startsWith("rebuild") ? "rebuild" : what,
                String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d records, %,.0f/s, %d s left",
                        what,
                        worked,
                        total,
                        perSecond,
                        left));
    }
}
