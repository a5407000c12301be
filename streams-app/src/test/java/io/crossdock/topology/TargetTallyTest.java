package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.ReceiptOutcome;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What targets are to be told beside what they are known to hold. */
class TargetTallyTest {

    private static final String ORDER = "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}";

    @Test
    void shouldTellWhatIsOnItsWayFromWhatIsThereAndFromWhatWasRefused() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("crm/orders", ORDER, 1);
            assertThat(states(flow)).isEqualTo(Map.of("inFlight", 1L));

            // When
            flow.answers(ReceiptOutcome.APPLIED);
            Map<String, Long> told = states(flow);
            flow.lands("crm/orders", ORDER.replace("1001'}", "1001','Status':'Cancelled','Customer_Code__c':'C-9'}"), 2)
                    .lands("erp/sales-orders", "{'order_no':'SO-1','customer_reference':'8015g00000AB001AAD'}", 3)
                    .answers(ReceiptOutcome.REJECTED);

            // Then
            assertThat(told).isEqualTo(Map.of("same", 1L));
            assertThat(states(flow)).isEqualTo(Map.of("refused", 1L));
        }
    }

    private static Map<String, Long> states(Flow flow) {
        return Objects.requireNonNull(flow.targets().get("crm")).states();
    }
}
