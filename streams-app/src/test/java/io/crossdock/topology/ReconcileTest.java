package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderException;
import io.crossdock.contract.SourceTally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R190 to R195: rows that a source has and that were not heard are named, asked for once, and forgiven when they come. */
class ReconcileTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ORDER = "{'id':'W-1','erp_order_no':'SO-1'}";
    private static final String HOME = "wms-east:order:W-1";
    private static final long FIRST = 1_000;
    private static final long SECOND = 2_000;

    @Test
    void shouldNameARowThatWasNotHeardAskForItOnceAndResolveWhenItComes() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: the feed goes on, the row was lost
            round(flow, FIRST, "W-1", NOON);

            // When
            marks(flow, 3);

            // Then: told once, its whole document asked for once
            assertThat(gaps(flow)).singleElement().satisfies(gap -> {
                assertThat(gap.getExceptionId()).isEqualTo("wms-east|orders|SOURCE_GAP");
                assertThat(gap.getSubject()).isEqualTo("wms-east");
                assertThat(gap.getText()).contains("1 row of orders", "1 missing", "[W-1]");
            });
            assertThat(flow.signals()).singleElement().satisfies(signal -> {
                assertThat(signal.key).isEqualTo("wms-east");
                assertThat(signal.value)
                        .contains("\"execute-snapshot\"", "\"INCREMENTAL\"", "public.orders", "public.order_lines")
                        .contains("\\\"id\\\" in ('W-1')", "\\\"order_id\\\" in ('W-1')")
                        .doesNotContain("public.shipments");
            });

            // When: it is read again
            flow.brings("wms-east/orders", ORDER, 30_000);
            marks(flow, 3);

            // Then
            assertThat(gaps(flow)).extracting(OrderException::getState).containsExactly("RESOLVED");
            assertThat(flow.signals()).isEmpty();
            assertThat(last(flow.tallies()).getMissing()).isZero();
        }
    }

    @Test
    void shouldTellOfARowThatIsReadAgainBeforeAnybodyHasLooked() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: confirmed, and read again within a moment
            round(flow, FIRST, "W-1", NOON);
            while (flow.signals().isEmpty()) {
                flow.passes(Duration.ofSeconds(3));
                mark(flow, flow.now().minusSeconds(1));
            }
            flow.brings("wms-east/orders", ORDER, 30_000);
            // A round that comes to its end meanwhile does not meet it as a gap any more
            round(flow, SECOND, "W-1", NOON);

            // When
            List<OrderException> told = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                flow.passes(Duration.ofSeconds(3));
                mark(flow, flow.now().minusSeconds(1));
                told.addAll(gaps(flow));
            }

            // Then
            assertThat(told).extracting(OrderException::getState).containsExactly("OPEN", "RESOLVED");
            assertThat(told.getFirst().getText()).contains("[W-1]");
            assertThat(flow.signals()).isEmpty();
        }
    }

    @Test
    void shouldAskAgainOnceInEachRoundThatStillMeetsIt() {
        try (Flow flow = new Flow()) {
            round(flow, FIRST, "W-1", NOON);
            marks(flow, 4);
            assertThat(flow.signals()).hasSize(1);

            round(flow, SECOND, "W-1", NOON);
            marks(flow, 4);

            assertThat(flow.signals()).hasSize(1);
            assertThat(gaps(flow)).hasSize(1);
        }
    }

    @Test
    void shouldSayNothingOfARowThatIsOnItsWay() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: read at the source a moment before its record lands
            marks(flow, 1);
            long changed = Duration.between(NOON, flow.now()).toMillis();
            met(flow, "W-1", flow.now(), flow.now(), FIRST);
            mark(flow, flow.now().minusSeconds(3));

            // When
            flow.lands("wms-east/orders", ORDER, changed);
            marks(flow, 5);

            // Then
            assertThat(gaps(flow)).isEmpty();
            assertThat(flow.signals()).isEmpty();
        }
    }

    @Test
    void shouldSayNothingWhileTheFeedIsSilent() {
        try (Flow flow = new Flow()) {
            // Given: it was heard up to noon, and rows of later are not heard because nothing is
            marks(flow, 2);
            met(flow, "W-1", flow.now(), flow.now().plusSeconds(60), FIRST);

            // When
            for (int i = 0; i < 20; i++) {
                pulse(flow.passes(Duration.ofSeconds(5)));
            }

            // Then
            assertThat(gaps(flow)).isEmpty();
            assertThat(flow.signals()).isEmpty();
        }
    }

    @Test
    void shouldSayNothingWhileThisTaskIsBehindItsFeed() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: the source is known to be read up to an hour from now, and the task handles what landed by noon
            beats(flow.passes(Duration.ofHours(1)), flow.now());
            Instant later = flow.now();
            for (int i = 0; i < 5; i++) {
                flow.tellsAt("wms-east", PULSE, NOON.plusSeconds(3L * i));
            }
            flow.tellsAt(HOME, row("W-1", NOON, NOON, FIRST), NOON.plusSeconds(20));
            for (int i = 0; i < 5; i++) {
                flow.tellsAt("wms-east", PULSE, NOON.plusSeconds(21 + 3L * i));
            }
            assertThat(flow.signals()).isEmpty();

            // When: it comes to the row
            flow.lands("wms-east/orders", ORDER, 1);
            assertThat(flow.now()).isEqualTo(later);
            marks(flow, 4);

            // Then
            assertThat(gaps(flow)).isEmpty();
            assertThat(flow.signals()).isEmpty();
        }
    }

    @Test
    void shouldFindARowWhoseLastChangeWasLost() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: heard as it was at noon, changed a minute later
            flow.lands("wms-east/orders", ORDER, 1);
            flow.passes(Duration.ofMinutes(2));
            round(flow, FIRST, "W-1", NOON.plusSeconds(60));

            // When
            marks(flow, 3);

            // Then
            assertThat(gaps(flow))
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.getText()).contains("1 changed since"));

            // When: a change of another row of the order does not heal it, the change itself does
            flow.lands(
                    "wms-east/order-lines",
                    "{'order_id':'W-1','line_no':1,'erp_line_no':10,'qty_allocated':1}",
                    90_000);
            marks(flow, 2);
            assertThat(gaps(flow)).isEmpty();
            flow.lands("wms-east/orders", ORDER, 60_000);
            marks(flow, 3);
            assertThat(gaps(flow)).extracting(OrderException::getState).containsExactly("RESOLVED");
        }
    }

    @Test
    void shouldNotTakeADeadLetterForAGapNorHideALaterOneBehindIt() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("wms-east/orders", "{'id':'W-1','erp_order_no':'SO-1','status':'BEAMED'}", 1);
            assertThat(flow.deadLetters()).hasSize(1);
            flow.passes(Duration.ofMinutes(2));

            // When
            round(flow, FIRST, "W-1", NOON);
            marks(flow, 3);

            // Then
            assertThat(gaps(flow)).isEmpty();

            // When: it was mended there, and that was lost
            round(flow, SECOND, "W-1", NOON.plusSeconds(60));
            marks(flow, 3);

            // Then
            assertThat(gaps(flow)).hasSize(1);
        }
    }

    @Test
    void shouldTakeAnUnreadableRecordForAllRowsOfItsHome() {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("raw.wms-east.orders", HOME, "{");
            assertThat(flow.deadLetters()).hasSize(1);
            flow.passes(Duration.ofMinutes(1));

            // When
            round(flow, FIRST, "W-1", NOON);
            marks(flow, 3);

            // Then
            assertThat(gaps(flow)).isEmpty();
        }
    }

    @Test
    void shouldSayNothingOfARowThatWasDeletedAfterItWasRead() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: read, then deleted, and the deletion is heard before the key is handled
            flow.lands("wms-east/orders", ORDER, 1);
            flow.lands("raw.wms-east.orders", HOME, deleted("{'id':'W-1'}", 20_000));
            flow.passes(Duration.ofSeconds(30));

            // When
            met(flow, "W-1", NOON, NOON.plusSeconds(10), FIRST);
            marks(flow, 3);

            // Then
            assertThat(gaps(flow)).isEmpty();
        }
    }

    @Test
    void shouldMissARowThatIsThereAgainAfterItsDeletionWasHeard() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            flow.lands("wms-east/orders", ORDER, 1);
            flow.lands("raw.wms-east.orders", HOME, deleted("{'id':'W-1'}", 20_000));
            flow.passes(Duration.ofMinutes(2));

            round(flow, FIRST, "W-1", NOON.plusSeconds(60));
            marks(flow, 3);

            assertThat(gaps(flow)).hasSize(1);
        }
    }

    @Test
    void shouldForgetAGapThatTheSourceHasNoMore() {
        try (Flow flow = new Flow()) {
            // Given
            round(flow, FIRST, "W-1", NOON);
            marks(flow, 3);
            assertThat(gaps(flow)).hasSize(1);

            // When: the next round does not meet it
            began(flow, SECOND);
            ended(flow, SECOND);
            marks(flow, 3);

            // Then
            assertThat(gaps(flow)).extracting(OrderException::getState).containsExactly("RESOLVED");
        }
    }

    @Test
    void shouldCountARoundAndShowHowFarItHasCome() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("wms-east/orders", ORDER, 1);
            began(flow, FIRST);
            met(flow, "W-1", NOON, flow.now(), FIRST);
            met(flow, "W-2", NOON, flow.now(), FIRST);

            // When
            flow.tells(
                    "wms-east",
                    "{\"kind\":\"pulse\",\"connection\":\"wms-east\",\"entity\":\"orders\",\"round\":1000,\"rows\":7,\"about\":40}");

            // Then
            assertThat(last(flow.tallies()).getRunning()).satisfies(running -> {
                assertThat(running.getRows()).isEqualTo(2);
                assertThat(running.getHeld()).isEqualTo(1);
                assertThat(running.getWalked()).isEqualTo(7);
                assertThat(running.getAbout()).isEqualTo(40);
            });

            // When
            ended(flow, FIRST);
            marks(flow, 1);

            // Then
            assertThat(last(flow.tallies())).satisfies(tally -> {
                assertThat(tally.getRunning()).isNull();
                assertThat(tally.getRows()).isEqualTo(2);
                assertThat(tally.getHeld()).isEqualTo(1);
            });
        }
    }

    @Test
    void shouldGoOnAfterARestartWithWhatWasOpen() throws JsonProcessingException {
        // Given
        Flow before = new Flow();
        round(before, FIRST, "W-1", NOON);
        marks(before, 3);
        assertThat(gaps(before)).hasSize(1);
        try (Flow flow = before.restarted(Duration.ofMinutes(1))) {
            // When: nothing but marks
            marks(flow, 3);

            // Then: told already, asked for already
            assertThat(gaps(flow)).isEmpty();
            assertThat(flow.signals()).isEmpty();

            // When
            flow.brings("wms-east/orders", ORDER, 30_000);
            marks(flow, 3);

            // Then
            assertThat(gaps(flow)).extracting(OrderException::getState).containsExactly("RESOLVED");
        }
    }

    @Test
    void shouldNotLetARowThatWasReadAgainBeatANewerChange() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: shipped, heard as it happened; a chunk read before that is sent behind a mark before it
            flow.lands("wms-east/shipments", "{'id':'S-1','erp_order_no':'SO-1','status':'SHIPPED'}", 50_000);
            String home = "wms-east:shipment:S-1";

            // When
            flow.lands("raw.wms-east.shipments", home, readAgain("PACKED", 49_000));

            // Then
            assertThat(flow.outcomes()).containsEntry("outcome|normalize|wms-east|superseded", 1L);

            // When: and one of behind it
            flow.lands("raw.wms-east.shipments", home, readAgain("SHIPPED", 51_000));

            // Then
            assertThat(flow.outcomes()).containsEntry("outcome|normalize|wms-east|applied", 2L);
        }
    }

    private static final String PULSE = "{\"kind\":\"pulse\",\"connection\":\"wms-east\"}";

    private static void round(Flow flow, long round, String key, Instant changed) {
        began(flow, round);
        met(flow, key, changed, flow.now(), round);
        ended(flow, round);
    }

    private static void began(Flow flow, long round) {
        flow.tells("wms-east", marker("began", flow.now(), round));
    }

    private static void ended(Flow flow, long round) {
        flow.tells("wms-east", marker("ended", flow.now(), round));
    }

    private static String marker(String kind, Instant at, long round) {
        return "{\"kind\":\"%s\",\"connection\":\"wms-east\",\"entity\":\"orders\",\"round\":%d,\"at\":\"%s\",\"rows\":1}"
                .formatted(kind, round, at);
    }

    private static void met(Flow flow, String key, Instant changed, Instant read, long round) {
        flow.tells("wms-east:order:" + key, row(key, changed, read, round));
    }

    private static String row(String key, Instant changed, Instant read, long round) {
        return ("{\"kind\":\"row\",\"connection\":\"wms-east\",\"entity\":\"orders\",\"round\":%d,\"key\":\"%s\","
                        + "\"changedAt\":\"%s\",\"readAt\":\"%s\"}")
                .formatted(round, key, changed, read);
    }

    /** Time goes by, the source is heard up to a second ago, and the connector says so. */
    private static void marks(Flow flow, int times) {
        for (int i = 0; i < times; i++) {
            flow.passes(Duration.ofSeconds(6));
            mark(flow, flow.now().minusSeconds(1));
        }
        flow.passes(Duration.ofSeconds(5)).passes(Duration.ofSeconds(5));
    }

    private static void mark(Flow flow, Instant heard) {
        beats(flow, heard);
        pulse(flow);
    }

    private static void pulse(Flow flow) {
        flow.tells("wms-east", PULSE);
    }

    private static void beats(Flow flow, Instant at) {
        flow.beats(
                "wms-east", "{\"connection\":\"wms-east\",\"at\":\"%s\",\"kind\":\"cdc\",\"epoch\":1}".formatted(at));
    }

    private static String deleted(String row, long version) throws JsonProcessingException {
        return RawRows.value(
                "wms-east/orders",
                new com.fasterxml.jackson.databind.ObjectMapper().readTree(row.replace('\'', '"')),
                "d",
                version);
    }

    /** As the connector of 3.7 writes it: without a position of its own. */
    private static String readAgain(String status, long mark) throws JsonProcessingException {
        return RawRows.value(
                        "wms-east/shipments",
                        new com.fasterxml.jackson.databind.ObjectMapper()
                                .readTree("{\"id\":\"S-1\",\"erp_order_no\":\"SO-1\",\"status\":\"" + status + "\"}"),
                        "r",
                        mark)
                .replace(
                        "\"lsn\":" + mark,
                        "\"lsn\":null,\"sequence\":\"[\\\"" + (mark - 8) + "\\\",\\\"" + mark + "\\\"]\"")
                .replace("\"snapshot\":\"true\"", "\"snapshot\":\"incremental\"");
    }

    private static List<OrderException> gaps(Flow flow) {
        return flow.exceptions().stream()
                .filter(exception -> exception.getType().equals("SOURCE_GAP"))
                .toList();
    }

    private static SourceTally last(List<SourceTally> tallies) {
        return tallies.getLast();
    }
}
