package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R175, R176: a source that has fallen silent is one exception, and its orders are none until it is heard again. */
class SilentSourceTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ORDER = "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}";
    private static final String ACCEPTED =
            "{'order_no':'SO-1','customer_reference':'8015g00000AB001AAD','status':'ACCEPTED','credit_status':'APPROVED'}";

    @Test
    void shouldSayOnceThatASourceIsSilentAndThatItSpeaksAgain() {
        try (Flow flow = new Flow()) {
            // Given
            beats(flow, "wms-east", NOON);

            // When: its limit passes, and a long time after it
            assertThat(of("SOURCE_SILENT", flow.passes(Duration.ofSeconds(119))))
                    .isEmpty();
            List<OrderException> silent = of("SOURCE_SILENT", flow.passes(Duration.ofSeconds(10)));
            List<OrderException> later = of("SOURCE_SILENT", flow.passes(Duration.ofHours(3)));

            // Then
            assertThat(silent).singleElement().satisfies(exception -> {
                assertThat(exception.getExceptionId()).isEqualTo("wms-east|SOURCE_SILENT");
                assertThat(exception.getSubject()).isEqualTo("wms-east");
                assertThat(exception.getSeverity()).isEqualTo("CRITICAL");
                assertThat(exception.getDueAt()).isEqualTo(NOON.plusSeconds(120));
            });
            assertThat(later).isEmpty();

            // When
            beats(flow, "wms-east", flow.now());

            // Then
            assertThat(of("SOURCE_SILENT", flow.passes(Duration.ofSeconds(5))))
                    .extracting(OrderException::getState)
                    .containsExactly("RESOLVED");
        }
    }

    @Test
    void shouldSayNothingOfASourceOfWhichNothingIsKnown() {
        try (Flow flow = new Flow()) {
            assertThat(of("SOURCE_SILENT", flow.passes(Duration.ofHours(3)))).isEmpty();
        }
    }

    @Test
    void shouldNotReportWhatTheSourceMayHaveDoneWithoutBeingHeard() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: the ERP, which would say that it is accepted, falls silent before that is due, at three
            beats(flow, "erp", NOON);
            flow.lands("crm/orders", ORDER, 1);
            assertThat(of("NOT_ACCEPTED", flow.passes(Duration.ofHours(5)))).isEmpty();

            // When: it was accepted in time
            flow.lands("erp/sales-orders", ACCEPTED, 20_000_000);
            beats(flow, "erp", flow.now());

            // Then
            assertThat(of("NOT_ACCEPTED", flow.passes(Duration.ofMinutes(10)))).isEmpty();
        }
    }

    @Test
    void shouldReportItOnceTheSourceIsHeardAndHasNotDoneIt() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            beats(flow, "erp", NOON);
            flow.lands("crm/orders", ORDER, 1);
            assertThat(of("NOT_ACCEPTED", flow.passes(Duration.ofHours(5)))).isEmpty();

            // When: it speaks again, and of nothing
            beats(flow, "erp", flow.now());

            // Then: within the longest pause between two looks
            assertThat(of("NOT_ACCEPTED", flow.passes(Duration.ofMinutes(5))))
                    .extracting(OrderException::getState)
                    .containsExactly("OPEN");
        }
    }

    @Test
    void shouldKeepWhatWasReportedBeforeItFellSilent() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            beats(flow, "erp", NOON.plus(Duration.ofHours(4)));
            flow.lands("crm/orders", ORDER, 1);
            assertThat(of("NOT_ACCEPTED", flow.passes(Duration.ofHours(4)))).hasSize(1);

            // When
            flow.passes(Duration.ofHours(8));

            // Then
            assertThat(of("NOT_ACCEPTED", flow)).isEmpty();
        }
    }

    private static void beats(Flow flow, String connection, Instant at) {
        flow.beats(
                connection,
                "{\"connection\":\"%s\",\"at\":\"%s\",\"kind\":\"cdc\",\"epoch\":1}".formatted(connection, at));
    }

    private static List<OrderException> of(String type, Flow flow) {
        return flow.exceptions().stream()
                .filter(exception -> exception.getType().equals(type))
                .toList();
    }
}
