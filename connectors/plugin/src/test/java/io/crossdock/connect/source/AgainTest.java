package io.crossdock.connect.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.connect.call.Gate;
import io.crossdock.connect.http.FakeTarget;
import io.crossdock.connect.http.FakeTarget.Call;
import io.crossdock.connect.http.FakeTarget.Reply;
import io.crossdock.connect.http.RestClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that are asked for are read again whole, beside the reading of changes. */
class AgainTest {

    private static final String STAMP = "2026-11-20T10:00:00.123+0000";

    private final FakeTarget target = new FakeTarget(call -> Reply.json(200, page(true)));
    private final RestSourceConfig config = config();
    private final RestClient client = new RestClient(config.rest(), Gate.paced(1, 6_000), Clock.systemUTC());
    private final AgainReader reader = new AgainReader(client, config.entities().getFirst(), config);

    @AfterEach
    void stop() {
        client.close();
        target.close();
    }

    private RestSourceConfig config() {
        Map<String, String> options = target.options();
        options.put("entities", "[{\"entity\":\"orders\",\"object\":\"Order\",\"select\":[\"Id\",\"Status\"]}]");
        return new RestSourceConfig(options);
    }

    @Test
    void shouldAskTheTargetForNothingUntilSomebodyAsks() throws Exception {
        // When
        Page page = reader.next();

        // Then
        assertThat(page.records()).isEmpty();
        assertThat(page.more()).isFalse();
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void shouldReadWhatAConditionPicksWithThePositionItWouldHaveHad() throws Exception {
        // Given: two pages
        target.behave(call -> Reply.json(
                200, call.path().contains("Id > 'B'") ? page(true, row("C")) : page(false, row("A"), row("B"))));

        // When
        reader.ask("Id in ('A','B','C')");
        List<SourceRecord> records = readAll();

        // Then
        assertThat(target.calls().stream().map(Call::path))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .endsWith("SELECT Id,Status,SystemModstamp FROM Order WHERE (Id in ('A','B','C'))"
                                        + " ORDER BY Id LIMIT 2000"),
                        second -> assertThat(second)
                                .endsWith(
                                        "FROM Order WHERE (Id in ('A','B','C')) AND (Id > 'B') ORDER BY Id LIMIT 2000"));
        assertThat(records).extracting(SourceRecord::key).containsExactly("A", "B", "C");
        assertThat(records).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo("raw.crm.orders");
            Map<?, ?> source = (Map<?, ?>) requireNonNull(((Map<?, ?>) record.value()).get("source"));
            // As change feeds call what they read again: nobody is written to because of it
            assertThat(source.get("snapshot")).isEqualTo("incremental");
            assertThat(source.get("ts_ms")).isEqualTo(1795168800123L);
        });
        // The cursor of changes lies elsewhere
        assertThat(records.getFirst().sourcePartition()).isNotEqualTo(ReadPosition.of("crm", "orders"));
    }

    @Test
    void shouldReadTheSameAgainAfterAnOutage() throws Exception {
        // Given
        AtomicInteger calls = new AtomicInteger();
        target.behave(call -> calls.getAndIncrement() == 0
                ? Reply.error(503, "SERVER_UNAVAILABLE")
                : Reply.json(200, page(true, row("A"))));
        reader.ask("Id in ('A')");

        // When // Then
        assertThatThrownBy(reader::next).isInstanceOf(ReadFailed.class);
        assertThat(readAll()).hasSize(1);
    }

    @Test
    void shouldNotStandStillAtAConditionThatTheTargetRefuses() throws Exception {
        // Given
        target.behave(call -> call.path().contains("No_Field__c")
                ? Reply.error(400, "INVALID_FIELD")
                : Reply.json(200, page(true, row("A"))));
        reader.ask("No_Field__c in ('A')");
        reader.ask("");

        // When // Then
        assertThat(readAll()).hasSize(1);
        assertThat(target.calls().getLast().path()).endsWith("FROM Order ORDER BY Id LIMIT 2000");
    }

    @Test
    void shouldUnderstandSignalsAsChangeFeedsTakeThem() {
        String signal = "{\"id\":\"1\",\"type\":\"execute-snapshot\",\"data\":{\"type\":\"INCREMENTAL\","
                + "\"data-collections\":[\"Order\",\"OrderItem\"],\"additional-conditions\":["
                + "{\"data-collection\":\"Order\",\"filter\":\"Id in ('A')\"}]}}";

        assertThat(Signals.read(signal))
                .containsExactly(new Signals.Wish("Order", "Id in ('A')"), new Signals.Wish("OrderItem", ""));
        assertThat(Signals.read("{\"type\":\"log\"}")).isEmpty();
        assertThat(Signals.read("no JSON")).isEmpty();
    }

    private List<SourceRecord> readAll() throws Exception {
        List<SourceRecord> records = new ArrayList<>();
        Page page;
        do {
            page = reader.next();
            records.addAll(page.records());
        } while (page.more());
        return records;
    }

    private static String page(boolean done, String... rows) {
        return "{\"done\":" + done + ",\"records\":[" + String.join(",", rows) + "]}";
    }

    private static String row(String id) {
        return "{\"Id\":\"" + id + "\",\"Status\":\"Draft\",\"SystemModstamp\":\"" + STAMP + "\"}";
    }
}
