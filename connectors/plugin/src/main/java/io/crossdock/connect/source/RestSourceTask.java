package io.crossdock.connect.source;

import io.crossdock.connect.PluginVersion;
import io.crossdock.connect.call.Gate;
import io.crossdock.connect.http.RestClient;
import io.crossdock.connect.http.RestSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls some entities of one target. {@link #poll} waits at most a second, so that pause and stop are quick. */
public final class RestSourceTask extends SourceTask {

    private static final Logger LOG = LoggerFactory.getLogger(RestSourceTask.class);
    private static final long LONGEST_POLL = TimeUnit.SECONDS.toNanos(1);

    private final Semaphore readEnded = new Semaphore(0);
    private List<Poller> pollers = List.of();
    private volatile @Nullable ExecutorService executor;
    private volatile @Nullable RestClient client;

    /** For Connect, which calls {@link #start} next. */
    public RestSourceTask() {}

    @Override
    public void start(Map<String, String> options) {
        RestSourceConfig config = new RestSourceConfig(options);
        RestSettings rest = config.rest();
        RestClient opened =
                new RestClient(rest, Gate.paced(config.entities().size(), rest.callsPerMinute()), Clock.systemUTC());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        client = opened;
        executor = threads;
        List<Poller> started = new ArrayList<>();
        for (EntitySpec spec : config.entities()) {
            Map<String, String> partition = Map.of("connection", rest.connection(), "entity", spec.entity());
            Map<String, Object> offset = context.offsetStorageReader().offset(partition);
            LOG.info(
                    "{}/{}: {}",
                    rest.connection(),
                    spec.entity(),
                    offset == null ? "reading everything" : "going on after " + offset);
            EntityReader reader = new EntityReader(opened, spec, config, partition, offset);
            started.add(
                    new Poller(rest.connection() + "/" + spec.entity(), reader, config, threads, readEnded::release));
        }
        pollers = List.copyOf(started);
    }

    @Override
    @SuppressWarnings("NullAway") // null is Connect's "nothing now"; SourceTask is not annotated
    public List<SourceRecord> poll() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_POLL;
        while (true) {
            List<SourceRecord> records = new ArrayList<>();
            long wait = deadline - System.nanoTime();
            for (Poller poller : pollers) {
                poller.take().forEach(records::add);
                poller.start();
                wait = Math.min(wait, poller.waitNanos());
            }
            if (!records.isEmpty()) {
                return records;
            }
            if (System.nanoTime() >= deadline) {
                return null;
            }
            if (readEnded.tryAcquire(Math.max(wait, 0), TimeUnit.NANOSECONDS)) {
                readEnded.drainPermits();
            }
        }
    }

    /** Ends calls under way; Connect may call this from another thread while {@link #poll} waits. */
    @Override
    public void stop() {
        ExecutorService threads = executor;
        if (threads != null) {
            threads.shutdownNow();
        }
        RestClient opened = client;
        if (opened != null) {
            opened.close();
        }
    }

    @Override
    public String version() {
        return PluginVersion.text();
    }
}
