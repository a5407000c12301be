package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.contract.OrderException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R197, R198: the log that a source keeps is watched before it is lost. */
class SlotTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final long MIB = 1024 * 1024;

    @Test
    void shouldWarnOnceBeforeTheLogIsLostAndEndByItself() {
        try (Flow flow = new Flow()) {
            // Given
            heard(flow);
            seen(flow, "RESERVED", 10 * MIB, 990 * MIB, flow.now());
            assertThat(of("SLOT_LAG", flow.passes(Duration.ofSeconds(10)))).isEmpty();

            // When
            seen(flow, "EXTENDED", 600 * MIB, 400 * MIB, flow.now());
            List<OrderException> warned = of("SLOT_LAG", flow.passes(Duration.ofSeconds(10)));
            seen(flow, "EXTENDED", 700 * MIB, 300 * MIB, flow.now());
            List<OrderException> later = of("SLOT_LAG", flow.passes(Duration.ofSeconds(10)));

            // Then
            assertThat(warned).singleElement().satisfies(exception -> {
                assertThat(exception.getExceptionId()).isEqualTo("wms-east|SLOT_LAG");
                assertThat(exception.getSeverity()).isEqualTo("MAJOR");
                assertThat(exception.getText())
                        .contains("600 MiB", "400 MiB", "crossdock_wms_east", "max_slot_wal_keep_size");
            });
            assertThat(later).isEmpty();

            // When: it was read
            seen(flow, "RESERVED", 1 * MIB, 999 * MIB, flow.now());

            // Then
            assertThat(of("SLOT_LAG", flow.passes(Duration.ofSeconds(5))))
                    .extracting(OrderException::getState)
                    .containsExactly("RESOLVED");
        }
    }

    @Test
    void shouldSayThatTheLogIsLostInsteadOfWarning() {
        try (Flow flow = new Flow()) {
            // Given
            heard(flow);
            seen(flow, "UNRESERVED", 1_000 * MIB, 0, flow.now());
            assertThat(of("SLOT_LAG", flow.passes(Duration.ofSeconds(5)))).hasSize(1);

            // When
            flow.beats(
                    "wms-east",
                    "{\"connection\":\"wms-east\",\"kind\":\"log\",\"name\":\"crossdock_wms_east\",\"state\":\"LOST\",\"kept\":0,"
                            + "\"seenAt\":\"" + flow.now() + "\"}");
            List<OrderException> all = flow.passes(Duration.ofSeconds(5)).exceptions();

            // Then
            assertThat(all)
                    .filteredOn(exception -> exception.getType().equals("SLOT_LAG"))
                    .extracting(OrderException::getState)
                    .containsExactly("RESOLVED");
            assertThat(all)
                    .filteredOn(exception -> exception.getType().equals("SLOT_LOST"))
                    .singleElement()
                    .satisfies(exception -> {
                        assertThat(exception.getState()).isEqualTo("OPEN");
                        assertThat(exception.getSeverity()).isEqualTo("CRITICAL");
                        assertThat(exception.getText()).contains("pg_drop_replication_slot('crossdock_wms_east')");
                    });
        }
    }

    @Test
    void shouldMissNoSlotThatMayNeverHaveBeenThere() {
        try (Flow flow = new Flow()) {
            // Given: nothing was heard of the source; its connector is making the slot
            seen(flow, "MISSING", 0, 0, NOON);
            seen(flow, "MISSING", 0, 0, NOON.plusSeconds(40));

            // When, Then
            assertThat(of("SLOT_LOST", flow.passes(Duration.ofMinutes(1)))).isEmpty();
        }
    }

    @Test
    void shouldMissASlotThatIsGoneForLongerThanMakingItAnewTakes() {
        try (Flow flow = new Flow()) {
            // Given
            heard(flow);
            seen(flow, "MISSING", 0, 0, NOON);
            assertThat(of("SLOT_LOST", flow.passes(Duration.ofSeconds(10)))).isEmpty();

            // When
            seen(flow, "MISSING", 0, 0, NOON.plusSeconds(30));

            // Then
            assertThat(of("SLOT_LOST", flow.passes(Duration.ofSeconds(10)))).hasSize(1);
        }
    }

    @Test
    void shouldGoOnHearingASourceWhoseLogNobodyCanRead() {
        try (Flow flow = new Flow()) {
            // Given
            heard(flow);

            // When: a state that we do not know
            seen(flow, "SOMETHING_NEW", 0, 0, NOON);

            // Then
            assertThat(flow.passes(Duration.ofSeconds(10)).exceptions()).isEmpty();
        }
    }

    private static void heard(Flow flow) {
        flow.beats("wms-east", "{\"connection\":\"wms-east\",\"at\":\"" + NOON + "\",\"kind\":\"cdc\",\"epoch\":1}");
    }

    private static void seen(Flow flow, String state, long kept, long left, Instant at) {
        flow.beats(
                "wms-east",
                "{\"connection\":\"wms-east\",\"kind\":\"log\",\"name\":\"crossdock_wms_east\",\"state\":\"" + state
                        + "\",\"kept\":" + kept + ",\"left\":" + left + ",\"seenAt\":\"" + at + "\"}");
    }

    private static List<OrderException> of(String type, Flow flow) {
        return flow.exceptions().stream()
                .filter(exception -> exception.getType().equals(type))
                .toList();
    }
}
