package io.crossdock.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.config.Settings;
import io.crossdock.normalize.Normalized;
import io.crossdock.normalize.Normalizer;
import io.crossdock.normalize.RawRecord;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.status.Projection;
import io.crossdock.runtime.Assembly;
import io.crossdock.systems.Systems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypicalOrderTest {

    private final Systems systems = Systems.load(Path.of("../connectors"));
    private final Normalizer normalizer = new Normalizer(systems);

    @ParameterizedTest
    @CsvSource({"4, 25", "10, 55", "500, 2505"})
    void shouldBeSoManyFactsThatTheShippedSystemsUnderstand(int lines, int records) {
        // When
        List<RawFact> raw = TypicalOrder.of(7, lines);

        // Then
        assertThat(raw).hasSize(records);
        assertThat(facts(raw)).hasSize(records).extracting(Fact::key).doesNotHaveDuplicates();
    }

    @Test
    void shouldLandAtHome() {
        for (RawFact raw : TypicalOrder.of(7, 4)) {
            assertThat(fact(raw).home()).hasToString(raw.key());
        }
    }

    @Test
    void shouldEndShippedAndInvoiced() {
        // Given
        List<Fact> facts = facts(TypicalOrder.of(7, 4));
        Projection projection =
                new Assembly(Settings.from(Map.of("CROSSDOCK_CONNECTORS_DIR", "../connectors")), systems).projection();

        // When
        var projected =
                projection.project(fact(TypicalOrder.of(7, 4).getFirst()).home(), facts);

        // Then
        assertThat(projected.status().status()).hasToString("SHIPPED");
        assertThat(projected.status().lines()).hasSize(4);
    }

    @Test
    void shouldKeepTheSequenceOfEachOrderWhileManyAreOpen() {
        // Given
        List<String> expected = new ArrayList<>();
        TypicalOrder.of(3, 4).forEach(fact -> expected.add(fact.value()));
        List<String> seen = new ArrayList<>();
        int all = 0;

        // When
        for (OpenOrders orders = new OpenOrders(1, 9, 4, 5); orders.hasNext(); all++) {
            RawFact fact = orders.next();
            if (expected.contains(fact.value())) {
                seen.add(fact.value());
            }
        }

        // Then
        assertThat(all).isEqualTo(9 * 25);
        assertThat(seen).isEqualTo(expected);
    }

    private List<Fact> facts(List<RawFact> raw) {
        return raw.stream().map(this::fact).toList();
    }

    private Fact fact(RawFact raw) {
        Normalized normalized = normalizer.normalize(new RawRecord(
                raw.topic(),
                0,
                0,
                raw.key(),
                raw.value().getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-21T00:00:00Z"),
                null));
        assertThat(normalized).isInstanceOf(Normalized.Accepted.class);
        return ((Normalized.Accepted) normalized).facts().getFirst();
    }
}
