package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R190 to R195 where a source is polled by a cursor that rows can slip past: the CRM. */
class ReconcilePolledTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ID = "8015g00000AB001AAD";
    private static final String ORDER = "{'Id':'" + ID + "','OrderNumber':'1001'}";

    @Test
    void shouldNameAnOrderThatTheCursorHasPassedAndAskInTheWordsOfTheApi() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            met(flow, NOON, 1_000);

            // When
            marks(flow);

            // Then
            assertThat(gaps(flow))
                    .singleElement()
                    .satisfies(
                            gap -> assertThat(gap.getText()).contains("1 row of orders", "1 missing", "[" + ID + "]"));
            assertThat(flow.signals()).singleElement().satisfies(signal -> {
                assertThat(signal.key).isEqualTo("crm");
                assertThat(signal.value)
                        .contains("\"data-collections\":[\"Order\",\"OrderItem\"]")
                        .contains("\"filter\":\"Id in ('" + ID + "')\"", "\"filter\":\"OrderId in ('" + ID + "')\"");
            });

            // When: it is read again
            flow.lands("crm/orders", ORDER, 0);
            marks(flow);

            // Then
            assertThat(gaps(flow)).extracting(OrderException::getState).containsExactly("RESOLVED");
        }
    }

    @Test
    void shouldFindAChangeThatCameAMomentAfterTheOneThatWasHeard() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: the stamp that is compared is the very stamp it was heard by
            flow.lands("crm/orders", ORDER, 0);
            met(flow, NOON, 1_000);
            marks(flow);
            assertThat(gaps(flow)).isEmpty();

            // When
            met(flow, NOON.plusMillis(1), 2_000);
            marks(flow);

            // Then
            assertThat(gaps(flow))
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.getText()).contains("1 changed since"));
        }
    }

    @Test
    void shouldSayNothingOfAnOrderThatWasDeletedThereAndIsKeptOnPurpose() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: what its system file says of deletions, onDelete=report
            flow.lands("crm/orders", ORDER, 0).passes(Duration.ofMinutes(1));

            // When: a round that does not meet it
            marker(flow, "began", 1_000);
            marker(flow, "ended", 1_000);
            marks(flow);
            marks(flow);

            // Then
            assertThat(flow.exceptions()).isEmpty();
        }
    }

    private static void met(Flow flow, Instant changed, long round) {
        marker(flow, "began", round);
        flow.tells(
                "crm:order:" + ID,
                ("{\"kind\":\"row\",\"connection\":\"crm\",\"entity\":\"orders\",\"round\":%d,\"key\":\"%s\","
                                + "\"changedAt\":\"%s\",\"readAt\":\"%s\"}")
                        .formatted(round, ID, changed, flow.now()));
        marker(flow, "ended", round);
    }

    private static void marker(Flow flow, String kind, long round) {
        flow.tells(
                "crm",
                "{\"kind\":\"%s\",\"connection\":\"crm\",\"entity\":\"orders\",\"round\":%d,\"at\":\"%s\",\"rows\":1}"
                        .formatted(kind, round, flow.now()));
    }

    /** Time goes by, the CRM is complete to a second ago, and the connector of its keys says so. */
    private static void marks(Flow flow) {
        for (int i = 0; i < 3; i++) {
            flow.passes(Duration.ofSeconds(6));
            flow.beats(
                    "crm",
                    "{\"connection\":\"crm\",\"at\":\"%s\",\"kind\":\"cursor\",\"epoch\":1}"
                            .formatted(flow.now().minusSeconds(1)));
            flow.tells("crm", "{\"kind\":\"pulse\",\"connection\":\"crm\"}");
        }
        flow.passes(Duration.ofSeconds(5)).passes(Duration.ofSeconds(5));
    }

    private static List<OrderException> gaps(Flow flow) {
        return flow.exceptions().stream()
                .filter(exception -> exception.getType().equals("SOURCE_GAP"))
                .toList();
    }
}
