package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;

/** R200: an order that hears its own names is what it was, and a name that is news is news. */
class NamesAgainTest {

    private static final String ORDER = "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}";

    @Test
    void shouldPublishAnOrderOnceWithItsNamesAndFindItByEach() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // When
            flow.lands("crm/orders", ORDER, 1).passes(Duration.ofSeconds(5));

            // Then
            List<KeyValue<String, OrderStatus>> statuses = flow.statuses();
            assertThat(statuses).hasSize(1);
            assertThat(statuses.getFirst().value.getIdentifiers())
                    .contains("crm:order:8015g00000AB001AAD", "crm:order-number:1001");
        }
    }

    @Test
    void shouldStillMergeWhereANameIsNews() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: a sales order of the ERP alone
            flow.lands("erp/sales-orders", "{'order_no':'SO-1'}", 1).passes(Duration.ofSeconds(5));

            // When: a copy of it in the CRM says whose it is, which becomes a fact of the sales order
            flow.lands("crm/orders", ORDER.replace("}", ",'crossdock_key__c':'erp:SO-1'}"), 2);
            flow.passes(Duration.ofSeconds(5));

            // Then
            OrderStatus last = flow.statuses().stream()
                    .map(status -> status.value)
                    .filter(Objects::nonNull)
                    .reduce((first, second) -> second)
                    .orElseThrow();
            assertThat(last.getIdentifiers()).contains("crm:order:8015g00000AB001AAD", "erp:sales-order:SO-1");
        }
    }
}
