package io.crossdock.connect.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.connect.Heartbeat;
import io.crossdock.connect.http.FakeTarget;
import io.crossdock.connect.http.FakeTarget.Call;
import io.crossdock.connect.http.FakeTarget.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is skipped, whatever the target does; nothing is written twice while the task lives. */
class RestSourceTaskTest {

    private static final String EMPTY = "{\"totalSize\":0,\"done\":true,\"records\":[]}";

    private final FakeTarget target = new FakeTarget(call -> Reply.json(200, EMPTY));
    private RestSourceTask task = new RestSourceTask();

    @AfterEach
    void stop() {
        task.stop();
        target.close();
    }

    @Test
    void shouldWriteARowAsTheContractSays() throws Exception {
        // Given
        target.behave(once(page(null, row("A", "2026-11-20T10:00:00.123+0000"))));
        start(Map.of(), null);
        // When
        SourceRecord record = poll(1).getFirst();
        // Then
        assertThat(record.topic()).isEqualTo("raw.crm.orders");
        assertThat(record.key()).isEqualTo("A");
        Map<?, ?> value = (Map<?, ?>) record.value();
        assertThat(value.get("op")).isEqualTo("r");
        assertThat(value.get("entity")).isEqualTo("Order");
        Map<?, ?> after = part(record, "after");
        assertThat(after.containsKey("attributes")).isFalse();
        assertThat(after.get("Quantity")).isEqualTo(12.5);
        assertThat(after.get("Note")).isNull();
        Map<?, ?> source = part(record, "source");
        assertThat(source.get("ts_ms")).isEqualTo(1795168800123L);
        assertThat(source.get("snapshot")).isEqualTo("true");
        assertThat((long) requireNonNull(source.get("read_ms")))
                .isBetween(System.currentTimeMillis() - 5_000, System.currentTimeMillis());
        assertThat(json(record)).contains("\"Quantity\":12.5").contains("\"Note\":null");
    }

    @Test
    void shouldReadRowsOfOneTimestampOnBothSidesOfAPage() throws Exception {
        // Given
        String stamp = "2026-11-20T10:00:00.000+0000";
        target.behave(call -> call.path().contains("/query/next-1")
                ? Reply.json(200, page(null, row("C", stamp), row("D", stamp)))
                : call.path().contains("WHERE")
                        ? Reply.json(200, EMPTY)
                        : Reply.json(200, page("/services/data/v62.0/query/next-1", row("A", stamp), row("B", stamp))));
        // When
        start(Map.of(), null);
        // Then
        assertThat(ids(poll(4))).containsExactly("A", "B", "C", "D");
        assertThat(target.calls().getFirst().headers()).containsEntry("sforce-query-options", "batchSize=2000");
    }

    @Test
    void shouldGoOnBehindTheLastRowWhenThePageLocatorHasExpired() throws Exception {
        // Given
        String stamp = "2026-11-20T10:00:00.000+0000";
        target.behave(call -> call.path().contains("/query/next-1")
                ? Reply.error(400, "INVALID_QUERY_LOCATOR")
                : call.path().contains("Id > 'B'")
                        ? Reply.json(200, page(null, row("C", stamp)))
                        : call.path().contains("WHERE")
                                ? Reply.json(200, EMPTY)
                                : Reply.json(
                                        200,
                                        page("/services/data/v62.0/query/next-1", row("A", stamp), row("B", stamp))));
        // When
        start(Map.of(), null);
        // Then
        assertThat(ids(poll(3))).containsExactly("A", "B", "C");
        assertThat(queries())
                .anyMatch(
                        query -> query.contains("WHERE SystemModstamp >= 2026-11-20T10:00:00.000Z AND (SystemModstamp >"
                                + " 2026-11-20T10:00:00.000Z OR Id > 'B') ORDER BY SystemModstamp, Id LIMIT 2000"));
    }

    @Test
    void shouldReadManyRecordsByQueriesThatEachAskForFew() throws Exception {
        // Given
        String stamp = "2026-11-20T10:00:00.000+0000";
        target.behave(call -> {
            String path = call.path();
            if (path.contains("Id > 'D'")) {
                return Reply.json(200, page(null, row("E", stamp)));
            }
            return path.contains("Id > 'B'")
                    ? Reply.json(200, page(null, row("C", stamp), row("D", stamp)))
                    : Reply.json(200, path.contains("WHERE") ? EMPTY : page(null, row("A", stamp), row("B", stamp)));
        });
        // When
        start(Map.of("page.size", "2"), null);
        // Then
        List<SourceRecord> records = poll(5);
        assertThat(ids(records)).containsExactly("A", "B", "C", "D", "E");
        assertThat(snapshots(records)).containsOnly("true");
        assertThat(queries()).allMatch(query -> query.endsWith(" LIMIT 2"));
    }

    @Test
    void shouldEndARoundThoughTheTargetWritesWithoutPauseAndLookBackBehindItsBegin() throws Exception {
        // Given: every page is full of what was written just now
        AtomicInteger calls = new AtomicInteger();
        target.behave(call -> {
            int number = calls.incrementAndGet();
            String now = Instant.now().plusSeconds(1).toString();
            return Reply.json(200, page(null, row("A" + number, now), row("B" + number, now)));
        });
        Instant began = Instant.now();
        start(Map.of("page.size", "2", "overlap.ms", "5000", "poll.interval.ms", "20"), null);
        // When
        List<SourceRecord> records = new ArrayList<>();
        while (records.stream().noneMatch(record -> record.topic().equals("source.heartbeats"))) {
            for (SourceRecord record : poll(1)) {
                records.add(record);
                task.commitRecord(record, null);
            }
        }
        // Then: what was open when the round began may commit behind what it has read
        poll(2);
        List<String> since = queries().stream()
                .filter(query -> query.contains(" WHERE ") && !query.contains("Id > "))
                .toList();
        assertThat(since).isNotEmpty();
        assertThat(Position.instant(since.getFirst().replaceAll(".*>= (\\S+) .*", "$1")))
                .isBefore(began.minusSeconds(4));
    }

    @Test
    void shouldLookBackAndWriteOnlyWhatIsNew() throws Exception {
        // Given
        target.behave(call -> call.path().contains("WHERE")
                ? Reply.json(
                        200,
                        page(
                                null,
                                row("LATE", "2026-11-20T09:59:58.000+0000"),
                                row("A", "2026-11-20T10:00:00.000+0000")))
                : Reply.json(200, page(null, row("A", "2026-11-20T10:00:00.000+0000"))));
        start(Map.of("overlap.ms", "5000", "poll.interval.ms", "20"), null);
        // When
        List<SourceRecord> records = poll(2);
        // Then
        assertThat(ids(records)).containsExactly("A", "LATE");
        assertThat(snapshots(records)).containsExactly("true", "false");
        assertThat(records.get(1).sourceOffset().get("id"))
                .as("the cursor never goes back")
                .isEqualTo("A");
        assertThat(queries()).anyMatch(query -> query.contains("WHERE SystemModstamp >= 2026-11-20T09:59:55.000Z"));
        assertThat(task.poll()).as("what was read is not written again").isNull();
    }

    @Test
    void shouldGoOnFromItsOffsetAfterARestart() throws Exception {
        // Given
        target.behave(once(page(null, row("A", "2026-11-20T10:00:00.000+0000"))));
        start(Map.of("overlap.ms", "0"), null);
        Map<String, ?> offset = poll(1).getFirst().sourceOffset();
        task.stop();
        target.calls().clear();
        // When
        target.behave(once(page(null, row("B", "2026-11-20T10:00:00.000+0000"))));
        task = new RestSourceTask();
        start(Map.of("overlap.ms", "0"), offset);
        List<SourceRecord> records = poll(1);
        // Then
        assertThat(ids(records)).containsExactly("B");
        assertThat(snapshots(records)).containsExactly("false");
        assertThat(queries().getFirst()).contains("(SystemModstamp > 2026-11-20T10:00:00.000Z OR Id > 'A')");
    }

    @Test
    void shouldKeepItsOffsetUnderANameWithoutOrder() throws Exception {
        // Given
        target.behave(once(page(null, row("A", "2026-11-20T10:00:00.000+0000"))));
        // When
        start(Map.of(), null);
        // Then: Connect would look for two fields in an order that changes with each start of the worker
        assertThat(poll(1).getFirst().sourcePartition().toString()).isEqualTo("{feed=crm/orders}");
        assertThat(new Heartbeat("crm", Instant.EPOCH, "cursor", 1)
                        .record("beats")
                        .sourcePartition())
                .hasSize(1);
    }

    @Test
    void shouldStillCallItASnapshotWhenTheFirstReadWasInterrupted() throws Exception {
        // Given
        target.behave(once(page("/services/data/v62.0/query/next", row("A", "2026-11-20T10:00:00.000+0000"))));
        start(Map.of(), null);
        Map<String, ?> offset = poll(1).getFirst().sourceOffset();
        task.stop();
        // When
        target.behave(
                once(page(null, row("B", "2026-11-20T10:00:01.000+0000"), row("C", "2099-01-01T00:00:00.000+0000"))));
        task = new RestSourceTask();
        start(Map.of(), offset);
        // Then
        assertThat(snapshots(poll(2))).containsExactly("true", "false");
    }

    @Test
    void shouldFetchANewTokenWhenTheOldOneIsRefused() throws Exception {
        // Given
        AtomicInteger reads = new AtomicInteger();
        target.behave(call ->
                Reply.json(200, page(null, row("A" + reads.incrementAndGet(), "2026-11-20T10:00:00.000+0000"))));
        start(Map.of("poll.interval.ms", "10"), null);
        poll(2);
        // When
        target.expireToken();
        // Then
        assertThat(poll(3)).isNotEmpty();
        assertThat(target.tokensGiven()).isEqualTo(2);
    }

    @Test
    void shouldWaitAsLongAsTheTargetAsksWhenItIsBusy() throws Exception {
        // Given
        AtomicInteger reads = new AtomicInteger();
        target.behave(call -> reads.getAndIncrement() == 0
                ? Reply.error(429, "TOO_MANY").with("Retry-After", "1")
                : Reply.json(200, page(null, row("A", "2026-11-20T10:00:00.000+0000"))));
        start(Map.of("retry.initial.ms", "1"), null);
        // When
        long began = System.nanoTime();
        List<SourceRecord> records = poll(1);
        // Then
        assertThat(ids(records)).containsExactly("A");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void shouldLeaveTheTargetAloneWhenItsLimitIsExceeded() throws Exception {
        // Given
        AtomicInteger reads = new AtomicInteger();
        target.behave(call -> reads.getAndIncrement() == 0
                ? Reply.error(403, "REQUEST_LIMIT_EXCEEDED")
                : Reply.json(200, page(null, row("A", "2026-11-20T10:00:00.000+0000"))));
        start(Map.of("retry.initial.ms", "1", "limit.backoff.ms", "600"), null);
        // When
        long began = System.nanoTime();
        List<SourceRecord> records = poll(1);
        // Then
        assertThat(ids(records)).containsExactly("A");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(550));
    }

    @Test
    void shouldReturnFromPollWithinASecondWhenTheTargetHangs() throws Exception {
        // Given
        target.behave(call -> Reply.json(200, EMPTY).after(1_900));
        start(Map.of(), null);
        // When
        long began = System.nanoTime();
        List<SourceRecord> records = task.poll();
        // Then
        assertThat(records).isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void shouldKeepReadingOneEntityWhenAnotherFails() throws Exception {
        // Given
        target.behave(call -> call.path().contains("FROM OrderItem")
                ? Reply.error(400, "INVALID_FIELD")
                : Reply.json(200, page(null, row("A", "2026-11-20T10:00:00.000+0000"))));
        start(
                Map.of(
                        "entities",
                        "[{\"entity\":\"order-items\",\"object\":\"OrderItem\"},{\"entity\":\"orders\",\"object\":\"Order\"}]"),
                null);
        // When // Then
        assertThat(ids(poll(1))).containsExactly("A");
    }

    @Test
    void shouldSayAfterACompletePollUpToWhenItHasReadLessTheOverlap() throws Exception {
        // Given
        start(Map.of("overlap.ms", "5000", "epoch", "2"), null);
        // When
        Instant before = Instant.now();
        SourceRecord heartbeat = poll(1).getFirst();
        // Then
        assertThat(heartbeat.topic()).isEqualTo("source.heartbeats");
        assertThat(heartbeat.key()).isEqualTo("crm");
        Map<?, ?> value = (Map<?, ?>) heartbeat.value();
        assertThat(value.get("connection")).isEqualTo("crm");
        assertThat(value.get("kind")).isEqualTo("cursor");
        assertThat(value.get("epoch")).isEqualTo(2L);
        assertThat(Instant.parse(String.valueOf(value.get("at"))))
                .isBetween(before.minusSeconds(7), Instant.now().minusSeconds(5));
    }

    @Test
    void shouldGiveNoHeartbeatBeforeTheRowsOfThePollAreAtTheBroker() throws Exception {
        // Given
        target.behave(once(page(null, row("A", "2026-11-20T10:00:00.000+0000"))));
        start(Map.of("poll.interval.ms", "20"), null);
        SourceRecord row = poll(1).getFirst();
        // When
        List<SourceRecord> whileUnderWay = task.poll();
        task.commitRecord(row, null);
        // Then
        assertThat(whileUnderWay).isNull();
        assertThat(poll(1).getFirst().topic()).isEqualTo("source.heartbeats");
    }

    @Test
    void shouldGiveNoHeartbeatWhileOneEntityCannotBeRead() throws Exception {
        // Given
        target.behave(call ->
                call.path().contains("FROM OrderItem") ? Reply.error(400, "INVALID_FIELD") : Reply.json(200, EMPTY));
        start(
                Map.of(
                        "poll.interval.ms",
                        "20",
                        "entities",
                        "[{\"entity\":\"order-items\",\"object\":\"OrderItem\"},{\"entity\":\"orders\",\"object\":\"Order\"}]"),
                null);
        // When // Then
        assertThat(task.poll()).isNull();
        assertThat(target.calls()).as("orders were read again and again").hasSizeGreaterThan(5);
    }

    @Test
    void shouldGiveNoHeartbeatWhenARowIsStampedAheadOfTheTargetsClock() throws Exception {
        // Given: the cursor stands behind rows that are still to be written
        target.behave(once(page(null, row("A", "2099-01-01T00:00:00.000+0000"))));
        start(Map.of("poll.interval.ms", "20"), null);
        task.commitRecord(poll(1).getFirst(), null);
        // When // Then
        assertThat(task.poll()).isNull();
    }

    @Test
    void shouldGiveNoHeartbeatWhenSeveralTasksShareTheEntities() {
        // Given
        RestSourceConnector connector = new RestSourceConnector();
        Map<String, String> options = target.options();
        options.put(
                "entities",
                "[{\"entity\":\"order-items\",\"object\":\"OrderItem\"},{\"entity\":\"orders\",\"object\":\"Order\"}]");
        connector.start(options);
        // When // Then
        assertThat(connector.taskConfigs(2))
                .hasSize(2)
                .allSatisfy(task -> assertThat(task).containsEntry("heartbeat.topic", ""));
        assertThat(connector.taskConfigs(1))
                .singleElement()
                .satisfies(task -> assertThat(task).doesNotContainKey("heartbeat.topic"));
    }

    private void start(Map<String, String> more, @Nullable Map<String, ?> offset) {
        Map<String, String> options = target.options();
        options.put(
                "entities", "[{\"entity\":\"orders\",\"object\":\"Order\",\"select\":[\"Id\",\"Quantity\",\"Note\"]}]");
        options.putAll(more);
        task.initialize(new FixedOffsets(offset));
        task.start(options);
    }

    /** Polls until so many records have come, at most ten seconds. */
    private List<SourceRecord> poll(int count) throws InterruptedException {
        List<SourceRecord> records = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (records.size() < count && System.nanoTime() < deadline) {
            List<SourceRecord> polled = task.poll();
            if (polled != null) {
                records.addAll(polled);
            }
        }
        return records;
    }

    private List<String> queries() {
        return target.calls().stream().map(Call::path).toList();
    }

    private static Function<Call, Reply> once(String page) {
        AtomicInteger calls = new AtomicInteger();
        return call -> calls.getAndIncrement() == 0 ? Reply.json(200, page) : Reply.json(200, EMPTY);
    }

    private static String page(@Nullable String next, String... rows) {
        return "{\"done\":" + (next == null) + (next == null ? "" : ",\"nextRecordsUrl\":\"" + next + "\"")
                + ",\"records\":[" + String.join(",", rows) + "]}";
    }

    private static String row(String id, String stamp) {
        return "{\"attributes\":{\"type\":\"Order\"},\"Id\":\"" + id
                + "\",\"Quantity\":12.50,\"Note\":null,\"SystemModstamp\":\"" + stamp + "\"}";
    }

    private static List<Object> ids(List<SourceRecord> records) {
        return records.stream().map(SourceRecord::key).toList();
    }

    private static List<Object> snapshots(List<SourceRecord> records) {
        return records.stream()
                .<Object>map(record -> requireNonNull(part(record, "source").get("snapshot")))
                .toList();
    }

    private static Map<?, ?> part(SourceRecord record, String name) {
        return (Map<?, ?>) requireNonNull(((Map<?, ?>) record.value()).get(name));
    }

    private static String json(SourceRecord record) {
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(new HashMap<>(Map.of("schemas.enable", "false")), false);
            return new String(converter.fromConnectData(record.topic(), null, record.value()), StandardCharsets.UTF_8);
        }
    }
}
