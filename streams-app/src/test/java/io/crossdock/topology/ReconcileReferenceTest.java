package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R190, R192 for reference data: a customer of whom nothing was heard would be of no tier, and a location without its hours. */
class ReconcileReferenceTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CUSTOMER = "{'customer_no':'C-7','tier':'GOLD'}";

    @Test
    void shouldNameACustomerOfWhomNothingWasHeardAndResolveWhenItComes() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            round(flow, "C-7", 1_000);

            // When
            marks(flow);

            // Then
            assertThat(gaps(flow)).singleElement().satisfies(gap -> {
                assertThat(gap.getExceptionId()).isEqualTo("erp|customers|SOURCE_GAP");
                assertThat(gap.getText()).contains("1 row of customers", "[C-7]");
            });
            assertThat(flow.signals())
                    .singleElement()
                    .satisfies(signal -> assertThat(signal.value)
                            .contains("\"data-collections\":[\"erp.customers\"]", "`customer_no` in ('C-7')"));

            // When
            flow.brings("erp/customers", CUSTOMER, 30_000);
            marks(flow);

            // Then
            assertThat(gaps(flow)).extracting(OrderException::getState).containsExactly("RESOLVED");
        }
    }

    @Test
    void shouldSayNothingOfACustomerWhoIsKnown() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("erp/customers", CUSTOMER, 1);
            round(flow, "C-7", 1_000);

            // When
            marks(flow);

            // Then
            assertThat(gaps(flow)).isEmpty();
            assertThat(flow.signals()).isEmpty();
        }
    }

    @Test
    void shouldMissACustomerWhoIsThereAgainAfterTheDeletionWasHeard() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("erp/customers", CUSTOMER, 1);
            flow.lands(
                    "raw.erp.customers",
                    "erp:customer:C-7",
                    RawRows.value(
                            "erp/customers",
                            new com.fasterxml.jackson.databind.ObjectMapper().readTree("{\"customer_no\":\"C-7\"}"),
                            "d",
                            2));
            flow.passes(Duration.ofMinutes(2));

            // When
            round(flow, "C-7", 1_000);
            marks(flow);

            // Then
            assertThat(gaps(flow)).hasSize(1);
        }
    }

    private static void round(Flow flow, String customer, long round) {
        marker(flow, "began", round);
        flow.tells(
                "erp:customer:" + customer,
                ("{\"kind\":\"row\",\"connection\":\"erp\",\"entity\":\"customers\",\"round\":%d,\"key\":\"%s\","
                                + "\"readAt\":\"%s\"}")
                        .formatted(round, customer, flow.now()));
        marker(flow, "ended", round);
    }

    private static void marker(Flow flow, String kind, long round) {
        flow.tells(
                "erp",
                "{\"kind\":\"%s\",\"connection\":\"erp\",\"entity\":\"customers\",\"round\":%d,\"at\":\"%s\",\"rows\":1}"
                        .formatted(kind, round, flow.now()));
    }

    /** Time goes by, the ERP is heard up to a second ago, and the connector of its keys says so. */
    private static void marks(Flow flow) {
        for (int i = 0; i < 3; i++) {
            flow.passes(Duration.ofSeconds(6));
            Instant heard = flow.now().minusSeconds(1);
            flow.beats("erp", "{\"connection\":\"erp\",\"at\":\"%s\",\"kind\":\"cdc\",\"epoch\":1}".formatted(heard));
            flow.tells("erp", "{\"kind\":\"pulse\",\"connection\":\"erp\"}");
        }
        flow.passes(Duration.ofSeconds(5)).passes(Duration.ofSeconds(5));
        assertThat(flow.now()).isAfter(NOON);
    }

    private static List<OrderException> gaps(Flow flow) {
        return flow.exceptions().stream()
                .filter(exception -> exception.getType().equals("SOURCE_GAP"))
                .toList();
    }
}
