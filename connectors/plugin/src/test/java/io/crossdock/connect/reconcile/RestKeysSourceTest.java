package io.crossdock.connect.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.connect.http.FakeTarget;
import io.crossdock.connect.http.FakeTarget.Call;
import io.crossdock.connect.http.FakeTarget.Reply;
import io.crossdock.connect.source.FixedOffsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every row of an API is told once in a round, whatever the API does meanwhile. */
class RestKeysSourceTest {

    private static final String ITEMS =
            "[{\"entity\":\"order-items\",\"object\":\"OrderItem\",\"select\":[\"Quantity\"],\"key\":[\"OrderId\",\"Id\"]}]";
    private static final String HOMES = "order-items=order(OrderId)";
    private static final String FIRST_TWO = page(true, row("O-1", "I-1"), row("O-2", "I-2"));

    private final FakeTarget target = new FakeTarget(call -> Reply.json(500, ""));
    private final RestKeysSourceTask task = new RestKeysSourceTask();

    @AfterEach
    void stop() {
        task.stop();
        target.close();
    }

    @Test
    void shouldWalkAnObjectByItsIdAndKeyItsRowsAsTheirRawRecordsAreKeyed() throws Exception {
        // Given: two chunks of two rows and less
        target.behave(counted(call -> call.path().contains("Id > 'I-2'")
                ? Reply.json(200, page(true, row("O-1", "I-3")))
                : Reply.json(200, FIRST_TWO)));
        Instant before = Instant.now();
        start(Map.of());

        // When
        List<SourceRecord> records = poll("ended");

        // Then
        assertThat(kinds(records)).containsExactly("began", "row", "row", "row", "ended");
        assertThat(target.calls().stream().map(Call::path))
                .anyMatch(path -> path.endsWith("SELECT COUNT() FROM OrderItem"))
                .anyMatch(path -> path.endsWith("SELECT OrderId,Id,SystemModstamp FROM OrderItem ORDER BY Id LIMIT 2"))
                .anyMatch(path -> path.endsWith(
                        "SELECT OrderId,Id,SystemModstamp FROM OrderItem WHERE Id > 'I-2' ORDER BY Id LIMIT 2"));
        SourceRecord row = records.get(1);
        assertThat(row.key()).isEqualTo("crm:order:O-1");
        assertThat(field(row, "key")).isEqualTo("O-1|I-1");
        assertThat(field(row, "changedAt")).isEqualTo("2026-11-20T10:00:00.123Z");
        // Never before what the answer shows, whose clock knows its second only
        assertThat(Instant.parse(field(row, "readAt")))
                .isBetween(before, Instant.now().plusSeconds(1));
        assertThat(field(records.getLast(), "rows")).isEqualTo("3");
    }

    @Test
    void shouldGoOnWhereAnAnswerBringsFewerThanItWasAskedFor() throws Exception {
        // Given: the API cuts its answers short and says so
        target.behave(counted(call -> call.path().contains("Id > 'I-1'")
                ? Reply.json(200, page(true, row("O-2", "I-2")))
                : Reply.json(200, page(false, row("O-1", "I-1")))));
        start(Map.of());

        // When // Then
        assertThat(kinds(poll("ended"))).containsExactly("began", "row", "row", "ended");
    }

    @Test
    void shouldReadTheSameRowsAgainAfterAnAnswerThatFailed() throws Exception {
        // Given
        AtomicInteger asked = new AtomicInteger();
        target.behave(counted(call -> asked.getAndIncrement() == 0
                ? Reply.error(503, "SERVER_UNAVAILABLE")
                : Reply.json(200, page(true, row("O-1", "I-1")))));
        start(Map.of());

        // When // Then: nothing is said to have ended before it was read
        assertThat(kinds(poll("ended"))).containsExactly("began", "row", "ended");
        assertThat(asked).hasValue(2);
    }

    @Test
    void shouldRefuseAnEntityWithoutAHomeInItsKey() {
        RestKeysSourceConnector connector = new RestKeysSourceConnector();
        Map<String, String> options = options(Map.of("homes", "order-items=order(Quantity)"));

        assertThatThrownBy(() -> connector.start(options))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("columns of its key [OrderId, Id]");
    }

    private void start(Map<String, String> more) {
        task.initialize(new FixedOffsets(null));
        task.start(options(more));
    }

    private Map<String, String> options(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(target.options());
        options.putAll(Map.of("entities", ITEMS, "homes", HOMES, "partitions", "1", "reconcile.chunk.rows", "2"));
        options.putAll(more);
        return options;
    }

    /** What was said until one of a kind, pulses left out. */
    private List<SourceRecord> poll(String last) throws InterruptedException {
        List<SourceRecord> records = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < deadline && !kinds(records).contains(last)) {
            List<SourceRecord> polled = task.poll();
            if (polled != null) {
                polled.stream()
                        .filter(record -> !field(record, "kind").equals("pulse"))
                        .forEach(records::add);
            }
        }
        return records;
    }

    private static Function<Call, Reply> counted(Function<Call, Reply> rows) {
        return call -> call.path().contains("COUNT()")
                ? Reply.json(200, "{\"totalSize\":3,\"done\":true,\"records\":[]}")
                : rows.apply(call);
    }

    private static String page(boolean done, String... rows) {
        return "{\"done\":" + done + ",\"records\":[" + String.join(",", rows) + "]}";
    }

    private static String row(String order, String id) {
        return "{\"OrderId\":\"" + order + "\",\"Id\":\"" + id
                + "\",\"SystemModstamp\":\"2026-11-20T10:00:00.123+0000\"}";
    }

    private static List<String> kinds(List<SourceRecord> records) {
        return records.stream().map(record -> field(record, "kind")).toList();
    }

    private static String field(SourceRecord record, String name) {
        @Nullable Object value = ((Map<?, ?>) record.value()).get(name);
        return String.valueOf(requireNonNull(value));
    }
}
