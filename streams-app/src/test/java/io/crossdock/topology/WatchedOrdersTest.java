package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R170: limits that are set for orders, through the whole topology; it is Friday, noon in London and seven in New York. */
class WatchedOrdersTest {

    private static final String ORDER = "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}";
    private static final String ACCEPTED =
            "{'order_no':'SO-1','customer_reference':'8015g00000AB001AAD','status':'ACCEPTED','credit_status':'APPROVED'}";

    @Test
    void shouldReportAnOrderThatNobodyAccepts() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: no calendar is known, so every hour counts; captured at eleven
            flow.lands("crm/orders", ORDER, 1);
            assertThat(of("NOT_ACCEPTED", flow.passes(Duration.ofMinutes(179)))).isEmpty();

            // When
            List<OrderException> opened = of("NOT_ACCEPTED", flow.passes(Duration.ofMinutes(2)));
            flow.lands("erp/sales-orders", ACCEPTED, 20_000_000);

            // Then: it ends by itself
            assertThat(opened).singleElement().satisfies(exception -> {
                assertThat(exception.getState()).isEqualTo("OPEN");
                assertThat(exception.getText()).startsWith("order is captured and not accepted. That was due at 2026-");
            });
            assertThat(of("NOT_ACCEPTED", flow))
                    .extracting(OrderException::getState)
                    .containsExactly("RESOLVED");
        }
    }

    @Test
    void shouldUseUpTheHoursOfTheWarehouseOnly() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: EAST works from eight to four by the clock of New York, on weekdays
            flow.lands("wms-east/locations", "{'code':'EAST','opens':'08:00:00Z','closes':'16:00:00Z'}", 1);
            flow.reference("locations").forEach(row -> flow.refers("locations", row.key, row.value));
            flow.lands("crm/orders", ORDER, 2);
            // Eight of the sixteen hours of STUCK_OPEN are left when the weekend is over
            assertThat(of("STUCK_OPEN", flow.passes(Duration.ofDays(3)))).isEmpty();

            // When: Monday's shift ends
            List<OrderException> opened = of("STUCK_OPEN", flow.passes(Duration.ofHours(10)));

            // Then
            assertThat(opened)
                    .singleElement()
                    .satisfies(
                            exception -> assertThat(exception.getText())
                                    .isEqualTo(
                                            "The order is OPEN and nothing has happened. That was due at 2026-11-23T21:00:00Z."));
        }
    }

    @Test
    void shouldStillKnowAfterARestartWhenTimeIsUp() throws JsonProcessingException {
        // Given
        Flow first = new Flow();
        first.lands("crm/orders", ORDER, 1);

        // When: it is down when time is up
        try (Flow second = first.restarted(Duration.ofHours(5))) {
            second.passes(Duration.ofSeconds(2));

            // Then
            assertThat(of("NOT_ACCEPTED", second)).hasSize(1);
        }
    }

    @Test
    void shouldWriteADeadlineOnceWhateverIsSaidMeanwhile() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("crm/orders", ORDER, 1).settles();
            assertThat(flow.logged()).containsKey("deadlines");

            // When: the same once more, in newer versions
            for (int version = 2; version < 12; version++) {
                flow.lands("crm/orders", ORDER, version);
            }

            // Then
            assertThat(flow.logged()).doesNotContainKey("deadlines");
        }
    }

    private static List<OrderException> of(String type, Flow flow) {
        return flow.exceptions().stream()
                .filter(exception -> exception.getType().equals(type))
                .toList();
    }
}
