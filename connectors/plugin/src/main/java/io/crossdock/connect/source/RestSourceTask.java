package io.crossdock.connect.source;

import io.crossdock.connect.Heartbeat;
import io.crossdock.connect.PluginVersion;
import io.crossdock.connect.call.Gate;
import io.crossdock.connect.http.RestClient;
import io.crossdock.connect.http.RestSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
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
    private Map<String, Poller> pollers = Map.of();
    private Map<String, AgainReader> again = Map.of();
    private volatile @Nullable Signals signals;
    private String heartbeatTopic = "";
    private volatile @Nullable CompletePolls polls;
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
        polls = config.completePolls();
        heartbeatTopic = config.heartbeatTopic();
        signals = config.signals();
        Map<String, Poller> started = new LinkedHashMap<>();
        Map<String, AgainReader> readers = new HashMap<>();
        for (EntitySpec spec : config.entities()) {
            Map<String, String> partition = ReadPosition.of(rest.connection(), spec.entity());
            Map<String, Object> offset = context.offsetStorageReader().offset(partition);
            LOG.info(
                    "{}/{}: {}",
                    rest.connection(),
                    spec.entity(),
                    offset == null ? "reading everything" : "going on after " + offset);
            EntityReader reader = new EntityReader(opened, spec, config, partition, offset);
            String name = rest.connection() + "/" + spec.entity();
            started.put(spec.entity(), new Poller(name, reader, config, threads, readEnded::release));
            if (signals != null) {
                AgainReader asked = new AgainReader(opened, spec, config);
                readers.put(spec.object(), asked);
                started.put(
                        spec.entity() + " again",
                        new Poller(name + " again", asked, config, threads, readEnded::release));
            }
        }
        pollers = started;
        again = readers;
    }

    @Override
    @SuppressWarnings("NullAway") // null is Connect's "nothing now"; SourceTask is not annotated
    public List<SourceRecord> poll() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_POLL;
        listen();
        while (true) {
            List<SourceRecord> records = new ArrayList<>();
            long wait = deadline - System.nanoTime();
            for (Map.Entry<String, Poller> each : pollers.entrySet()) {
                Poller poller = each.getValue();
                records.addAll(handOver(each.getKey(), poller.take()));
                poller.start();
                wait = Math.min(wait, poller.waitNanos());
            }
            addHeartbeat(records);
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

    private void listen() {
        Signals asked = signals;
        if (asked == null) {
            return;
        }
        for (Signals.Wish wish : asked.take()) {
            AgainReader reader = again.get(wish.object());
            // Another task of this connector may read it.
            if (reader != null) {
                LOG.info("{}: read again {}", wish.object(), wish.condition().isEmpty() ? "whole" : wish.condition());
                reader.ask(wish.condition());
            }
        }
    }

    private List<SourceRecord> handOver(String entity, Page page) {
        CompletePolls counted = polls;
        if (counted != null) {
            counted.handOver(entity, page);
        }
        return page.records();
    }

    private void addHeartbeat(List<SourceRecord> records) {
        CompletePolls counted = polls;
        Heartbeat heartbeat = counted == null ? null : counted.due();
        if (heartbeat != null && !heartbeatTopic.isEmpty()) {
            records.add(heartbeat.record(heartbeatTopic));
        }
    }

    /** The record is at the broker: a heartbeat may have waited for it. */
    @Override
    public void commitRecord(SourceRecord record, @Nullable RecordMetadata metadata) {
        CompletePolls counted = polls;
        if (counted != null) {
            counted.landed(record);
        }
    }

    /** Ends calls under way; Connect may call this from another thread while {@link #poll} waits. */
    @Override
    public void stop() {
        ExecutorService threads = executor;
        if (threads != null) {
            threads.shutdownNow();
        }
        Signals asked = signals;
        if (asked != null) {
            asked.close();
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
