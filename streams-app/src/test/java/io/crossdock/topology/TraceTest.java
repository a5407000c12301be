package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OutMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The trace that begins with a raw record goes on to whoever is told because of it. */
class TraceTest {

    private static final String ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACE = "00-" + ID + "-b7ad6b7169203331-01";
    private static final String ORDER = "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}";
    private static final String ACCEPTED =
            "{'order_no':'SO-1','customer_reference':'8015g00000AB001AAD','status':'ACCEPTED','credit_status':'APPROVED'}";

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void shouldReachTheTargetThroughAnotherMailbox() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("crm/orders", ORDER, 1).settles();

            // When: the ERP's record goes up to the CRM's order
            flow.landsTraced("erp/sales-orders", ACCEPTED, 2, TRACE);

            // Then
            assertThat(flow.told().getLast())
                    .extracting(OutMessage::getTraceparent)
                    .isEqualTo(TRACE);
        }
    }

    @Test
    void shouldBeInTheLogLinesOfTheStep() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // When
            flow.landsTraced("erp/sales-orders", ACCEPTED, 2, TRACE);
            String trace = MDC.get("trace");
            flow.lands("crm/orders", ORDER, 1);

            // Then: and not in those of the next one, which has none
            assertThat(trace).isEqualTo(ID);
            assertThat(MDC.get("trace")).isNull();
            assertThat(MDC.get("about")).startsWith("crm:order");
        }
    }
}
