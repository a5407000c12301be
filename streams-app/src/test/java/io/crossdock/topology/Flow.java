package io.crossdock.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.codec.AvroJson;
import io.crossdock.config.Settings;
import io.crossdock.connect.Troubles;
import io.crossdock.contract.AuditEntry;
import io.crossdock.contract.DeadLetter;
import io.crossdock.contract.MailboxMessage;
import io.crossdock.contract.OrderArchive;
import io.crossdock.contract.OrderEvent;
import io.crossdock.contract.OrderException;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OrderSync;
import io.crossdock.contract.OrderVersion;
import io.crossdock.contract.OutMessage;
import io.crossdock.contract.OutboxEntry;
import io.crossdock.contract.Receipt;
import io.crossdock.contract.ReceiptOutcome;
import io.crossdock.contract.ReferenceEntry;
import io.crossdock.contract.SourceTally;
import io.crossdock.contract.SwitchState;
import io.crossdock.correlate.Gathering;
import io.crossdock.flow.CommitPace;
import io.crossdock.observe.LagRecorder;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.observe.RecentLag;
import io.crossdock.publish.OutboxStore;
import io.crossdock.publish.TargetTally;
import io.crossdock.runtime.Assembly;
import io.crossdock.runtime.StreamsSettings;
import io.crossdock.switches.Epoch;
import io.crossdock.switches.SwitchStore;
import io.crossdock.systems.Systems;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole topology with the real systems, under a test driver: raw records in, statuses and messages out. */
public final class Flow implements AutoCloseable {

    public static final Systems SYSTEMS = Systems.load(Path.of("../connectors"));

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** In so long a time the moments before are lost. */
    private static final Duration LONG = Duration.ofMinutes(10);

    /** What is gathered is handed on with the next beat, and what that causes with the one after. */
    private static final int BEATS_AT_MOST = 1_000;

    private final Serdes serdes = Serdes.of(new RegistrySerdes("http://in.memory", new InMemoryRegistry()));
    private final TopologyTestDriver driver;
    private final Systems systems;
    private final Troubles troubles;
    private final String stateDir;
    private Instant now;
    private Duration ahead = Duration.ZERO;
    private boolean gathers;
    private final Epoch epoch;
    private final List<Long> later = new ArrayList<>();
    private final List<Consumer<Flow>> cameIn = new ArrayList<>();
    private final List<OutMessage> told = new ArrayList<>();
    private final List<OutMessage> asked = new ArrayList<>();
    private int settledOfTold;
    private int settledOfAsked;

    /** An empty application. */
    public Flow() {
        this(SYSTEMS, NOON);
    }

    /** An empty application with other systems. */
    Flow(Systems systems) {
        this(systems, NOON);
    }

    private Flow(Systems systems, Instant now) {
        this(systems, now, new Epoch(1, null, List.of()));
    }

    private Flow(Systems systems, Instant now, Epoch epoch) {
        Properties config = config();
        stateDir = config.getProperty("state.dir");
        this.systems = systems;
        this.now = now;
        Assembly assembly = new Assembly(Settings.from(Map.of()), systems, epoch, later::add, () -> 0);
        this.epoch = epoch;
        troubles = assembly.troubles();
        driver = new TopologyTestDriver(topology(assembly, config, serdes), config, now);
    }

    /** Where the watch says which connectors have failed for good. */
    Troubles troubles() {
        return troubles;
    }

    static Properties config() {
        Properties config = StreamsSettings.of(Settings.from(Map.of()));
        config.remove("main.consumer.group.instance.id");
        config.put(
                "state.dir", System.getProperty("java.io.tmpdir") + "/crossdock-flow-" + java.util.UUID.randomUUID());
        return config;
    }

    static Topology topology(Properties config, Serdes serdes) {
        return topology(
                new Assembly(Settings.from(Map.of()), SYSTEMS, Epoch.first(1), later -> {}, () -> 0), config, serdes);
    }

    private static Topology topology(Assembly assembly, Properties config, Serdes serdes) {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        return assembly.topology(config, serdes, metrics, new LagRecorder(metrics, new RecentLag()));
    }

    /** What its clock says. */
    Instant now() {
        return now;
    }

    /** Time goes by, and whoever waits for it is told. */
    public Flow passes(Duration time) {
        now = now.plus(time);
        boolean catchesUp = time.compareTo(LONG) >= 0;
        driver.advanceWallClockTime(catchesUp ? time.minus(ahead) : time);
        ahead = catchesUp ? Duration.ZERO : ahead;
        settle();
        return this;
    }

    /** What was gathered is handed on, and what follows of it, as it is within milliseconds. */
    private void settle() {
        for (int beat = 0; !gathers && isGathering(); beat++) {
            if (beat == BEATS_AT_MOST) {
                throw new AssertionError("After " + beat + " beats something is still gathered.");
            }
            driver.advanceWallClockTime(CommitPace.BEAT);
            ahead = ahead.plus(CommitPace.BEAT);
        }
    }

    /** From now on what comes in comes within one moment, until {@link #handsOn}. */
    Flow gathers() {
        gathers = true;
        return this;
    }

    /** The moment is over. */
    Flow handsOn() {
        gathers = false;
        settle();
        return this;
    }

    private boolean isGathering() {
        try (KeyValueIterator<String, ?> waiting =
                driver.<String, Object>getKeyValueStore(Gathering.NAME).all()) {
            return waiting.hasNext();
        }
    }

    /** Everything that is due by now is done: only so many deadlines are taken at one look at the clock. */
    public Flow drains() {
        for (int look = 0; look < 20; look++) {
            passes(Duration.ofSeconds(1));
        }
        return this;
    }

    /** Orders archived, and tombstones, since the last call. */
    public List<KeyValue<String, OrderArchive>> archive() {
        return driver.createOutputTopic(
                        Topics.ARCHIVE,
                        new StringDeserializer(),
                        serdes.archives().deserializer())
                .readKeyValuesToList();
    }

    /** It stops, and another one starts from its stores after a while. */
    public Flow restarted(Duration down) {
        SortedMap<String, SortedMap<Bytes, byte[]>> kept = bytes();
        close();
        Flow next = new Flow(systems, now.plus(down));
        next.restore(kept);
        return next;
    }

    /** What came in until now is read again in the next epoch: what landed before {@code cut} is old. */
    public Flow rebuilt(Instant cut, List<OrderException> open) {
        Epoch.Rebuild asked = new Epoch.Rebuild("ann", null, now, cut, List.of());
        Flow next = new Flow(systems, now, new Epoch(epoch.number() + 1, asked, open));
        next.acts(new AuditEntry(now, "ann", "REBUILD", "", "", String.valueOf(epoch.number() + 1), null, cut));
        cameIn.forEach(input -> input.accept(next));
        return next;
    }

    /** The same, before anybody has read that it was asked for. */
    Flow rebuiltAfter(Instant cut) {
        Epoch.Rebuild asked = new Epoch.Rebuild("ann", null, now, cut, List.of());
        Flow next = new Flow(systems, now, new Epoch(epoch.number() + 1, asked, List.of()));
        cameIn.forEach(input -> input.accept(next));
        return next;
    }

    /** Somebody asks for a rebuild. */
    Flow asksForEpoch(long number) {
        return acts(new AuditEntry(now, "ann", "REBUILD", "", "", String.valueOf(number), null, now));
    }

    /** The rebuild is done. */
    public Flow publishes() {
        return acts(new AuditEntry(now, "crossdock", "PUBLISH", "", "", String.valueOf(epoch.number()), null, null));
    }

    /** Whether orders are still looked at again, after a rebuild or because this target went live. */
    boolean isLooking(String name) {
        KeyValueStore<String, SwitchState> switches = driver.getKeyValueStore(SwitchStore.NAME);
        return switches.get(name).getWalk() != null;
    }

    /** Epochs it was told to go over to. */
    List<Long> later() {
        return later;
    }

    /** What the changelogs hold, by store. */
    public SortedMap<String, SortedMap<Bytes, byte[]>> bytes() {
        SortedMap<String, SortedMap<Bytes, byte[]>> all = new TreeMap<>();
        driver.getAllStateStores().keySet().forEach(store -> all.put(store, StoreBytes.of(driver, store)));
        return all;
    }

    /** The stores are restored from changelogs. */
    public void restore(SortedMap<String, SortedMap<Bytes, byte[]>> changelogs) {
        changelogs.forEach((store, entries) -> StoreBytes.restore(driver, store, entries));
    }

    /** Bytes written to the changelogs since the last call, keys and values, by store. */
    public SortedMap<String, Long> logged() {
        SortedMap<String, Long> logged = new TreeMap<>();
        for (String store : driver.getAllStateStores().keySet()) {
            long sum = driver
                    .createOutputTopic(
                            "crossdock-" + store + "-changelog",
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer())
                    .readRecordsToList()
                    .stream()
                    .mapToLong(entry -> entry.key().length + (entry.value() == null ? 0 : entry.value().length))
                    .sum();
            if (sum > 0) {
                logged.put(store, sum);
            }
        }
        return logged;
    }

    /** Bytes sent to a topic since the last call, values only. */
    public long sent(String topic) {
        return driver
                .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .mapToLong(value -> value == null ? 0 : value.length)
                .sum();
    }

    /** How many entries a store holds. */
    public int rows(String store) {
        return StoreBytes.of(driver, store).size();
    }

    /** One store, to read. */
    public <V> ReadOnlyKeyValueStore<String, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** A row as the first snapshot of its source brings it; {@code '} stands for {@code "}. */
    Flow brings(String entity, String row, long version) throws JsonProcessingException {
        JsonNode columns = new ObjectMapper().readTree(row.replace('\'', '"'));
        return lands(RawRows.topic(entity), RawRows.key(entity, columns), RawRows.value(entity, columns, "r", version));
    }

    /** A row as its source writes it, with the rest of its columns ordinary; {@code '} stands for {@code "}. */
    public Flow lands(String entity, String row, long version) throws JsonProcessingException {
        JsonNode columns = new ObjectMapper().readTree(row.replace('\'', '"'));
        return lands(RawRows.topic(entity), RawRows.key(entity, columns), RawRows.value(entity, columns, "u", version));
    }

    /** A row that landed a while ago is read only now. */
    Flow landedAt(Instant landed, String entity, String row, long version) throws JsonProcessingException {
        JsonNode columns = new ObjectMapper().readTree(row.replace('\'', '"'));
        landsAgain(
                RawRows.topic(entity),
                RawRows.key(entity, columns),
                RawRows.value(entity, columns, "u", version),
                landed);
        return this;
    }

    /** A raw record lands. */
    public Flow lands(String topic, @Nullable String key, @Nullable String value) {
        TestInputTopic<String, byte[]> raw =
                driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
        Instant landedAt = now.plusSeconds(1);
        raw.pipeInput(key, value == null ? null : value.getBytes(StandardCharsets.UTF_8), landedAt);
        settle();
        cameIn.add(next -> next.landsAgain(topic, key, value, landedAt));
        return this;
    }

    private void landsAgain(String topic, @Nullable String key, @Nullable String value, Instant landedAt) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value == null ? null : value.getBytes(StandardCharsets.UTF_8), landedAt);
        settle();
        cameIn.add(next -> next.landsAgain(topic, key, value, landedAt));
    }

    /** A row lands with the trace that its source has begun. */
    Flow landsTraced(String entity, String row, long version, String traceparent) throws JsonProcessingException {
        JsonNode columns = new ObjectMapper().readTree(row.replace('\'', '"'));
        Headers headers = new RecordHeaders();
        headers.add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        driver.createInputTopic(RawRows.topic(entity), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(
                        RawRows.key(entity, columns),
                        RawRows.value(entity, columns, "u", version).getBytes(StandardCharsets.UTF_8),
                        headers,
                        now.plusSeconds(1)));
        settle();
        return this;
    }

    /** How its targets stand. */
    Map<String, TargetTally> targets() {
        return TargetTally.of(driver.<String, OutboxEntry>getKeyValueStore(OutboxStore.NAME));
    }

    /** Rows of reference data published since the last call, tombstones included. */
    public List<KeyValue<String, ReferenceEntry>> reference(String entity) {
        return driver.createOutputTopic(
                        Topics.reference(entity),
                        new StringDeserializer(),
                        serdes.reference().deserializer())
                .readKeyValuesToList();
    }

    /** A row of reference data that another connection's task has written. */
    public Flow refers(String entity, String key, ReferenceEntry entry) {
        driver.createInputTopic(
                        Topics.reference(entity),
                        new StringSerializer(),
                        serdes.reference().serializer())
                .pipeInput(key, entry, now);
        settle();
        return this;
    }

    /** A heartbeat lands now. */
    public Flow beats(String connection, String value) {
        driver.createInputTopic(Topics.HEARTBEATS, new StringSerializer(), new StringSerializer())
                .pipeInput(connection, value, now);
        settle();
        return this;
    }

    /** A record of {@code source.keys} lands now. */
    Flow tells(String key, String value) {
        return tellsAt(key, value, now);
    }

    /** A record of {@code source.keys} that landed at another time is handled now. */
    Flow tellsAt(String key, String value, Instant landed) {
        driver.createInputTopic(Topics.KEYS, new StringSerializer(), new StringSerializer())
                .pipeInput(key, value, landed);
        settle();
        return this;
    }

    /** How entities of sources stand, as published since the last call. */
    List<SourceTally> tallies() {
        return driver.createOutputTopic(
                        Topics.ROUNDS,
                        new StringDeserializer(),
                        serdes.tallies().deserializer())
                .readValuesToList();
    }

    /** What connectors were told since the last call. */
    List<KeyValue<String, String>> signals() {
        return driver.createOutputTopic(Topics.SIGNALS, new StringDeserializer(), new StringDeserializer())
                .readKeyValuesToList();
    }

    /** The target answers the last message it was sent. */
    public Flow answers(ReceiptOutcome outcome) {
        return answers(told().getLast(), outcome, null);
    }

    /** The target answers a message; {@code found} is the version it holds, if it tells. */
    public Flow answers(OutMessage message, ReceiptOutcome outcome, @Nullable OrderVersion found) {
        return answers(Receipt.newBuilder()
                .setTarget(message.getTarget())
                .setTargetKey(message.getTargetKey())
                .setSender(message.getSender())
                .setOrderId(message.getOrderId())
                .setVersion(message.getVersion())
                .setContentHash(message.getContentHash())
                .setIdempotencyKey(message.getIdempotencyKey())
                .setEffect(message.getEffect())
                .setOutcome(outcome)
                .setAttempts(1)
                .setConfirmedAt(now.plusSeconds(2))
                .setFoundVersion(found)
                .build());
    }

    /** The targets are kind: they apply every message they were not asked to apply yet, until there is none. */
    public Flow settles() {
        int answered = -1;
        while (answered != told().size() + asked().size()) {
            answered = told.size() + asked.size();
            List<OutMessage> unanswered = new ArrayList<>(told.subList(settledOfTold, told.size()));
            unanswered.addAll(asked.subList(settledOfAsked, asked.size()));
            settledOfTold = told.size();
            settledOfAsked = asked.size();
            unanswered.forEach(message -> answers(message, ReceiptOutcome.APPLIED, null));
            // What waits for the rest of its source's transaction has waited.
            passes(Duration.ofSeconds(2));
        }
        return this;
    }

    /** Every message that targets other than the CRM were sent so far, target by target as they came. */
    public List<OutMessage> asked() {
        for (String target : List.of("erp", "wms-east", "wms-west", "notify")) {
            asked.addAll(driver.createOutputTopic(
                            Topics.out(target),
                            new StringDeserializer(),
                            serdes.outgoing().deserializer())
                    .readValuesToList());
        }
        return asked;
    }

    /** A receipt lands. */
    public Flow answers(Receipt receipt) {
        driver.createInputTopic(
                        Topics.RECEIPTS,
                        new StringSerializer(),
                        serdes.receipts().serializer())
                .pipeInput(receipt.getSender(), receipt, now.plusSeconds(2));
        settle();
        cameIn.add(next -> next.answers(receipt));
        return this;
    }

    /** Every message the CRM was sent so far. */
    public List<OutMessage> told() {
        told.addAll(driver.createOutputTopic(
                        Topics.out("crm"),
                        new StringDeserializer(),
                        serdes.outgoing().deserializer())
                .readValuesToList());
        return told;
    }

    /** Statuses published since the last call, tombstones included. */
    public List<KeyValue<String, OrderStatus>> statuses() {
        return driver.createOutputTopic(
                        Topics.STATUS,
                        new StringDeserializer(),
                        serdes.statuses().deserializer())
                .readKeyValuesToList();
    }

    /** Events published since the last call. */
    public List<OrderEvent> events() {
        return driver.createOutputTopic(
                        Topics.EVENTS, new StringDeserializer(), serdes.events().deserializer())
                .readValuesToList();
    }

    /** Stamps published since the last call. */
    public List<OrderSync> syncs() {
        return driver.createOutputTopic(
                        Topics.SYNC, new StringDeserializer(), serdes.syncs().deserializer())
                .readValuesToList();
    }

    /** A person takes an exception on. */
    Flow acknowledges(OrderException exception, String key, String by, String note) {
        AuditEntry entry = new AuditEntry(
                now, by, "ACKNOWLEDGE", exception.getExceptionId(), key, exception.getType(), note, null);
        return acts(entry);
    }

    /** A person has a target told from now on; what was wanted of it before {@code since} is left to others. */
    Flow goesLive(String target, Instant since) {
        return acts(new AuditEntry(now, "ann", "SWITCH", "", target, "live", null, since));
    }

    /** A person has a target only observed. */
    Flow observes(String target) {
        return acts(new AuditEntry(now, "ann", "SWITCH", "", target, "observe", null, null));
    }

    /** The same, taken down at another time. */
    Flow switches(String target, String mode, Instant at) {
        return acts(new AuditEntry(at, "ann", "SWITCH", "", target, mode, null, null));
    }

    private Flow acts(AuditEntry entry) {
        driver.createInputTopic(
                        Topics.AUDIT, new StringSerializer(), serdes.audit().serializer())
                .pipeInput(now.toString(), entry, now);
        settle();
        return this;
    }

    /** Exceptions opened and resolved since the last call. */
    public List<OrderException> exceptions() {
        return driver.createOutputTopic(
                        Topics.EXCEPTIONS,
                        new StringDeserializer(),
                        serdes.exceptions().deserializer())
                .readValuesToList();
    }

    /** Dead letters since the last call. */
    public List<DeadLetter> deadLetters() {
        return driver.createOutputTopic(
                        Topics.DEAD_LETTERS,
                        new StringDeserializer(),
                        serdes.deadLetters().deserializer())
                .readValuesToList();
    }

    /** Messages between mailboxes since the last call, by receiver: each is one transactional hop. */
    public List<KeyValue<String, MailboxMessage>> hops() {
        return driver.createOutputTopic(
                        Topics.FACTS,
                        new StringDeserializer(),
                        serdes.messages().deserializer())
                .readKeyValuesToList();
    }

    /** Counted outcomes by {@code outcome|stage|connection|outcome}. */
    public Map<String, Long> outcomes() {
        Map<String, Long> sums = OutcomeStore.sums();
        OutcomeStore.addTo(sums, driver.getKeyValueStore(OutcomeStore.NAME));
        return sums;
    }

    /** A status as JSON, for comparing. */
    static String json(OrderStatus status) {
        return AvroJson.of(status).toPrettyString();
    }

    @Override
    public void close() {
        driver.close();
        try (Stream<Path> files = Files.walk(Path.of(stateDir))) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
