package io.crossdock.freshness;

import io.crossdock.order.freshness.Pause;
import io.crossdock.order.freshness.PauseRule;
import io.crossdock.order.freshness.Watermark;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which targets this instance does not tell now because sources are behind (R99), as found at the last look. */
public final class Pauses {

    private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);

    private final Map<String, Pause> last = new TreeMap<>();

    /**
     * Looks whether a target is paused, and says so in the log when that has changed.
     *
     * @param watermarks watermark by connection, empty where none is known
     */
    public synchronized Pause look(
            String target, PauseRule rule, Function<String, Optional<Watermark>> watermarks, Instant now) {
        Pause before = last.get(target);
        boolean wasPaused = before != null && before.isPaused();
        Pause pause = rule.decide(watermarks, now, wasPaused);
        if (pause.isPaused() != wasPaused) {
            LOG.warn("{}: {}", target, pause.why());
        }
        last.put(target, pause);
        return pause;
    }
}
