package io.crossdock.bench.throughput;

import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryVersionCoordinates;
import io.crossdock.config.Settings;
import io.crossdock.contract.OrderEntry;
import io.crossdock.correlate.Gathering;
import io.crossdock.flow.CommitPace;
import io.crossdock.local.layout.Workspace;
import io.crossdock.observe.LagRecorder;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.observe.RecentLag;
import io.crossdock.runtime.Assembly;
import io.crossdock.runtime.StreamsSettings;
import io.crossdock.switches.Epoch;
import io.crossdock.systems.Systems;
import io.crossdock.topology.RegistrySerdes;
import io.crossdock.topology.Serdes;
import io.crossdock.track.OrderStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The whole topology under a test driver: every stage, store and serde, no broker. */
final class OneProcess implements AutoCloseable {

    private final Path state;
    private final TopologyTestDriver driver;
    private long open;
    private long nextBeat;
    private final Map<String, TestInputTopic<String, byte[]>> topics = new HashMap<>();

    /** From now on. */
    OneProcess(Systems systems) {
        this(systems, Instant.now());
    }

    /** With a clock that begins at {@code begin}, and goes on when told. */
    OneProcess(Systems systems, Instant begin) {
        this(systems, begin, StreamsSettings.of(Settings.from(Map.of())));
    }

    /** The same, whose stores write early, so that nearly all is on disk. */
    static OneProcess onDisk(Systems systems, Instant begin) {
        Properties config = StreamsSettings.of(Settings.from(Map.of()));
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, EarlyWriting.class);
        return new OneProcess(systems, begin, config);
    }

    private OneProcess(Systems systems, Instant begin, Properties config) {
        config.remove("main.consumer.group.instance.id");
        try {
            state = Files.createTempDirectory("crossdock-event");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        config.put("state.dir", state.toString());
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        driver = new TopologyTestDriver(
                new Assembly(Settings.from(Map.of()), systems, Epoch.first(1), next -> {}, () -> 0)
                        .topology(
                                config,
                                Serdes.of(new RegistrySerdes("http://in.memory", registry())),
                                metrics,
                                new LagRecorder(metrics, new RecentLag())),
                config,
                begin);
    }

    /** A raw record lands and is followed until nobody has anything more to say. */
    void take(RawFact raw) {
        topics.computeIfAbsent(
                        raw.topic(),
                        topic -> driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer()))
                .pipeInput(raw.key(), raw.value().getBytes(StandardCharsets.UTF_8));
    }

    /** What was gathered is handed on when a task on a real clock would: this one stands still while it works. */
    void goesOn() {
        long begin = System.nanoTime();
        if (begin >= nextBeat) {
            passes(CommitPace.BEAT);
            long end = System.nanoTime();
            Duration rest = CommitPace.restAfter(Duration.ofNanos(end - begin));
            nextBeat = Math.max(begin + CommitPace.BEAT.toNanos(), end + rest.toNanos());
        }
    }

    /** Nothing comes for a while: what was gathered is handed on, and what follows of it. */
    void rests() {
        while (isGathering()) {
            passes(CommitPace.BEAT);
        }
    }

    private boolean isGathering() {
        try (KeyValueIterator<String, ?> waiting =
                driver.<String, Object>getKeyValueStore(Gathering.NAME).all()) {
            return waiting.hasNext();
        }
    }

    /** Time passes, and whatever waits for it is done. */
    void passes(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** Exceptions that came to be open since this was asked last, told one by one or held back. */
    long exceptionsOpened() {
        long now = 0;
        try (KeyValueIterator<String, Long> counts =
                driver.<String, Long>getKeyValueStore(OutcomeStore.NAME).all()) {
            while (counts.hasNext()) {
                KeyValue<String, Long> count = counts.next();
                now += count.key.startsWith("exception|") ? count.value : 0;
            }
        }
        long since = now - open;
        open = now;
        return since;
    }

    /** Looks an order up by one of its names, decoded. */
    boolean knows(String id) {
        OrderEntry head =
                driver.<String, OrderEntry>getKeyValueStore(OrderStore.NAME).get(id);
        return head != null
                && !OrderStore.whole(driver.getKeyValueStore(OrderStore.PARTS), id, head.getStatus())
                        .getLines()
                        .isEmpty();
    }

    /** Entries of a store. */
    long rows(String store) {
        long rows = 0;
        try (KeyValueIterator<Object, Object> all =
                driver.getKeyValueStore(store).all()) {
            for (; all.hasNext(); all.next()) {
                rows++;
            }
        }
        return rows;
    }

    /** Bytes on disk of a store. */
    long bytes(String store) {
        return Disk.bytes(state, "/" + store + "/", Disk.TABLES);
    }

    /** Forgets what was written to topics, which a broker would have. */
    void forgetOutput() {
        for (String topic : driver.producedTopicNames()) {
            driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList();
        }
    }

    @Override
    public void close() {
        driver.close();
        Workspace.delete(state);
    }

    /** Gives out ids and reads schemas by them; the serdes ask nothing else. */
    private static RegistryClientFacade registry() {
        List<String> schemas = new ArrayList<>();
        return (RegistryClientFacade) Proxy.newProxyInstance(
                OneProcess.class.getClassLoader(),
                new Class<?>[] {RegistryClientFacade.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSchemaByContentId" -> schemas.get((int) ((Long) arguments[0] - 1));
                    case "createSchema" -> {
                        String schema = (String) arguments[6];
                        if (!schemas.contains(schema)) {
                            schemas.add(schema);
                        }
                        long id = schemas.indexOf(schema) + 1L;
                        yield RegistryVersionCoordinates.create(id, id, "default", (String) arguments[2], "1");
                    }
                    case "searchVersionsByContent", "getReferencesByContentId" -> List.of();
                    default -> throw new IllegalStateException("The serdes do not ask for " + method.getName());
                });
    }
}
