package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.Money;
import io.crossdock.contract.OrderException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R173, R174: an exception says whose order it is, what it is worth and until when; a person takes it on. */
class ExceptionCareTest {

    private static final String ORDER =
            "{'Id':'8015g00000AB001AAD','OrderNumber':'1001','Customer_Code__c':'C-7','Status':'Activated'}";
    private static final String KEY = "crm:order:8015g00000AB001AAD";
    private static final String SALES_ORDER = "{'order_no':'SO-9','customer_no':'C-7','customer_reference':null,"
            + "'status':'ACCEPTED','credit_status':'APPROVED','currency':'USD'}";
    private static final String SALES_LINE = "{'order_no':'SO-9','line_no':10,'customer_line':null,'item_no':'BOLT',"
            + "'unit':'EA','line_type':'ITEM','qty_ordered':'100.000','qty_cancelled':'0.000','unit_price':'200.00'}";
    private static final String CUSTOMER =
            "{'customer_no':'C-7','name':'Ajax','tier':'STRATEGIC','time_zone':'America/Chicago'}";

    private static OrderException opened(Flow flow, String type) {
        return flow.exceptions().stream()
                .filter(exception -> exception.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static List<OrderException> of(String type, Flow flow) {
        return flow.exceptions().stream()
                .filter(exception -> exception.getType().equals(type))
                .toList();
    }

    @Test
    void shouldMatterAsMuchAsItsTypeSaysAndSayUntilWhen() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("crm/orders", ORDER, 1);

            // When
            OrderException late = opened(flow.passes(Duration.ofHours(5)), "NOT_ACCEPTED");

            // Then
            assertThat(late.getSeverity()).isEqualTo("MINOR");
            assertThat(late.getState()).isEqualTo("OPEN");
            assertThat(late.getDueAt()).isNotNull();
            assertThat(late.getCustomer()).isEqualTo("C-7");
        }
    }

    @Test
    void shouldMatterMoreForAnImportantCustomer() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("erp/customers", CUSTOMER, 1);
            flow.reference("customers").forEach(row -> flow.refers("customers", row.key, row.value));
            flow.lands("crm/orders", ORDER, 2);

            // When
            OrderException late = opened(flow.passes(Duration.ofHours(5)), "NOT_ACCEPTED");

            // Then
            assertThat(late.getSeverity()).isEqualTo("MAJOR");
            assertThat(late.getTier()).isEqualTo("STRATEGIC");
        }
    }

    @Test
    void shouldComeToMatterMoreOnceWhenMoreIsAtStake() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: nobody knows the customer when it opens
            flow.lands("crm/orders", ORDER, 1);
            assertThat(opened(flow.passes(Duration.ofHours(5)), "NOT_ACCEPTED").getSeverity())
                    .isEqualTo("MINOR");

            // When
            flow.lands("erp/customers", CUSTOMER, 2);
            flow.reference("customers").forEach(row -> flow.refers("customers", row.key, row.value));
            flow.lands("crm/orders", ORDER.replace("Activated", "Draft"), 3_000_000);
            flow.lands("crm/orders", ORDER, 4_000_000);

            // Then
            assertThat(of("NOT_ACCEPTED", flow)).singleElement().satisfies(raised -> {
                assertThat(raised.getSeverity()).isEqualTo("MAJOR");
                assertThat(raised.getState()).isEqualTo("OPEN");
            });
        }
    }

    @Test
    void shouldSayWhatTheOrderIsWorth() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("erp/sales-orders", SALES_ORDER, 1);
            flow.lands("erp/sales-order-lines", SALES_LINE, 2);

            // When
            OrderException late = opened(flow.passes(Duration.ofHours(20)), "STUCK_OPEN");

            // Then: the requested date is near, and it is worth much
            assertThat(late.getValues()).containsExactly(new Money("20000", "USD"));
            assertThat(late.getSeverity()).isEqualTo("MAJOR");
        }
    }

    @Test
    void shouldBeTakenOnByAPersonUntilItIsResolved() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("crm/orders", ORDER, 1);
            OrderException late = opened(flow.passes(Duration.ofHours(5)), "NOT_ACCEPTED");

            // When: twice, which says nothing new
            flow.acknowledges(late, KEY, "ann", "I call them").acknowledges(late, KEY, "ann", "I call them");

            // Then
            assertThat(of("NOT_ACCEPTED", flow)).singleElement().satisfies(taken -> {
                assertThat(taken.getState()).isEqualTo("ACKNOWLEDGED");
                assertThat(taken.getAcknowledgedBy()).isEqualTo("ann");
                assertThat(taken.getNote()).isEqualTo("I call them");
                assertThat(taken.getOpenedAt()).isEqualTo(late.getOpenedAt());
            });
        }
    }

    @Test
    void shouldIgnoreWhoeverTakesOnWhatIsOver() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("crm/orders", ORDER, 1);
            OrderException late = opened(flow.passes(Duration.ofHours(5)), "NOT_ACCEPTED");
            flow.lands("erp/sales-orders", SALES_ORDER.replace(":null", ":'8015g00000AB001AAD'"), 20_000_000);
            flow.exceptions();

            // When
            flow.acknowledges(late, KEY, "ann", "too late");

            // Then
            assertThat(flow.exceptions()).isEmpty();
            assertThat(flow.outcomes()).containsEntry("outcome|query|crossdock|ignored", 1L);
        }
    }
}
