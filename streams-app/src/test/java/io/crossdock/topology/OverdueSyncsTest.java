package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderException;
import io.crossdock.contract.ReceiptOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R177: a target that does not know something for too long is one exception, however many orders wait. */
class OverdueSyncsTest {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    @Test
    void shouldReportATargetOnceForAllThatItDoesNotKnow() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: three orders
            for (int number = 1; number <= 3; number++) {
                flow.lands(
                        "crm/orders", "{'Id':'8015g00000AB00%dAA','OrderNumber':'100%d'}".formatted(number, number), 1);
            }
            assertThat(overdue(flow.passes(LIMIT))).isEmpty();

            // When
            List<OrderException> opened = overdue(flow.passes(Duration.ofSeconds(20)));
            flow.passes(Duration.ofHours(1));

            // Then
            assertThat(opened).isNotEmpty().allSatisfy(exception -> {
                assertThat(exception.getSubject()).isEqualTo("crm");
                assertThat(exception.getTarget()).isEqualTo("crm");
                assertThat(exception.getText()).contains("3 milestones of 3 orders", "900 s ago");
            });
            assertThat(overdue(flow)).isEmpty();
        }
    }

    @Test
    void shouldEndWhenTheTargetIsTold() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}", 1);
            assertThat(overdue(flow.passes(LIMIT.plusSeconds(20)))).hasSize(1);

            // When
            flow.answers(ReceiptOutcome.APPLIED).passes(Duration.ofSeconds(10));

            // Then
            assertThat(overdue(flow)).extracting(OrderException::getState).containsExactly("RESOLVED");
        }
    }

    @Test
    void shouldLeaveWhatATargetRefusedToItsOwnException() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}", 1);

            // When
            flow.answers(ReceiptOutcome.REJECTED).passes(LIMIT.plusSeconds(20));

            // Then
            assertThat(overdue(flow)).isEmpty();
        }
    }

    private static List<OrderException> overdue(Flow flow) {
        return flow.exceptions().stream()
                .filter(exception -> exception.getType().equals("SYNC_OVERDUE"))
                .toList();
    }
}
