package io.crossdock.connect;

import io.crossdock.connect.ConnectorStatus.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at our connectors now and then, and starts again what has failed. One instance of the application does so at a time; what it
 * has given up is in {@link Troubles}, from where it becomes an exception.
 */
public final class ConnectorWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorWatch.class);
    private static final Duration RHYTHM = Duration.ofSeconds(5);

    private static final List<String> GONE = List.of(
            "no longer available on the server",
            "Could not find first log file name",
            "required binlog files have been purged",
            "can no longer get changes from replication slot",
            "can no longer access replication slot");

    private static final String LOG_IS_GONE =
            " The source has deleted its log (binlog, or the WAL of the slot) before it was read:"
                    + " what happened in between is in no log any more. Starting again does not help. Stop the connector, DELETE its offsets at"
                    + " Connect (at PostgreSQL drop the slot too) and resume it: it reads every table anew, and what was deleted in between is"
                    + " named by the next round (SOURCE_SURPLUS).";

    private final ConnectWorker worker;
    private final Troubles troubles;
    private final Restarts restarts;
    private final Clock clock;
    private final Map<Part, Care> cares = new HashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("connector-watch").factory());

    /**
     * A watch that does not look yet.
     *
     * @param troubles of which connectors; others in the same Connect are left alone
     */
    public ConnectorWatch(ConnectWorker worker, Troubles troubles, Restarts restarts, Clock clock) {
        this.worker = worker;
        this.troubles = troubles;
        this.restarts = restarts;
        this.clock = clock;
    }

    /** Looks every five seconds from now on. */
    public void start() {
        var unused = executor.scheduleWithFixedDelay(
                this::lookQuietly, RHYTHM.toMillis(), RHYTHM.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /** One look. What cannot be asked now is asked at the next one. */
    void look() throws InterruptedException {
        if (!troubles.areOurs()) {
            cares.clear();
            return;
        }
        Map<Part, State> states = new HashMap<>();
        try {
            worker.statuses().forEach((connector, status) -> {
                if (troubles.connectors().contains(connector)) {
                    read(connector, status, states);
                }
            });
        } catch (IOException e) {
            LOG.debug("Connectors cannot be looked at: {}", e.getMessage());
            return;
        }
        Instant now = clock.instant();
        cares.keySet().retainAll(states.keySet());
        Map<String, String> givenUp = new TreeMap<>();
        for (Map.Entry<Part, State> entry : states.entrySet()) {
            Part part = entry.getKey();
            State state = entry.getValue();
            Care care = cares.getOrDefault(part, Care.NONE);
            care = state.isFailed() ? care.failed(now) : care.runs(now);
            if (care.isDue(now)) {
                care = restart(part, state, care);
            }
            if (care.isGivenUp()) {
                givenUp.put(part.connector(), text(part, state));
            }
            cares.put(part, care);
        }
        troubles.set(givenUp);
    }

    private Care restart(Part part, State state, Care care) throws InterruptedException {
        try {
            worker.restart(part);
            restarts.count(part.connector());
            LOG.warn(
                    "{} had failed and is started again, {} of {}: {}",
                    part,
                    care.attempts() + 1,
                    Care.MOST,
                    state.trace());
            return care.restarted();
        } catch (IOException e) {
            LOG.warn("{} has failed and cannot be started again now: {}", part, e.getMessage());
            return care;
        }
    }

    private static void read(String connector, ConnectorStatus status, Map<Part, State> states) {
        states.put(new Part(connector, null), status.connector());
        status.tasks().forEach((task, state) -> states.put(new Part(connector, task), state));
    }

    private static String text(Part part, State state) {
        return part + " has failed and was started again " + Care.MOST + " times in vain"
                + (state.trace().isEmpty() ? "." : ": " + sentence(state.trace()))
                + (isLogGone(state)
                        ? LOG_IS_GONE
                        : " What it reads or tells waits, and nothing is lost. Mend the cause, then POST "
                                + part.restartPath() + " at Connect.");
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /** What it was to read next is not there any more: a binlog that was purged, a replication slot that was lost. */
    private static boolean isLogGone(State state) {
        String trace = state.trace();
        return GONE.stream().anyMatch(trace::contains);
    }

    private void lookQuietly() {
        try {
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A look that fails must not end all further looks.
            LOG.warn("Connectors cannot be looked at.", e);
        }
    }
}
