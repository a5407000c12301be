package io.crossdock.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.systems.Systems;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the CRM is told about an order. */
class PayloadMappingTest {

    private static final Systems SYSTEMS = Systems.load(Samples.CONNECTORS);

    @Test
    void shouldTellTheCrmTheWholeView() throws JsonProcessingException {
        // Given
        String order = """
                {"orderId": "ord_1", "root": "crm:order:8015g", "status": "PARTIALLY_SHIPPED", "version": {"epoch": 1, "seq": 7},
                 "axes": {"billing": "NOT_INVOICED"},
                 "shipments": [
                   {"id": "wms-east:shipment:S-77", "state": "SHIPPED", "tracking": ["1Z1", "1Z2"]},
                   {"id": "wms-east:shipment:S-78", "state": "PICKING", "tracking": []}],
                 "milestones": [
                   {"subject": "line:1", "milestone": "shipped", "occurredAt": "2026-11-20T10:00:00Z"},
                   {"subject": "order", "milestone": "fully-shipped", "occurredAt": "2026-11-20T23:45:21.120Z"}]}
                """;

        // When
        String body = body(order);

        // Then
        assertThat(body)
                .isEqualTo("{\"crossdock_order_id__c\":\"ord_1\",\"crossdock_status__c\":\"PARTIALLY_SHIPPED\","
                        + "\"crossdock_billing__c\":\"NOT_INVOICED\","
                        + "\"crossdock_milestones__c\":\"fully-shipped 2026-11-20T23:45:21.120Z\","
                        + "\"crossdock_shipments__c\":\"wms-east:shipment:S-77 SHIPPED; wms-east:shipment:S-78 PICKING\","
                        + "\"crossdock_tracking__c\":\"1Z1, 1Z2\","
                        + "\"crossdock_shipped_at__c\":\"2026-11-20T23:45:21.120Z\"}");
    }

    @Test
    void shouldClearWhatNoLongerHasAValue() throws JsonProcessingException {
        // Given
        String order = """
                {"orderId": "ord_1", "root": "crm:order:8015g", "status": "OPEN", "version": {"epoch": 1, "seq": 8},
                 "axes": {"billing": "NOT_INVOICED"}, "shipments": [], "milestones": []}
                """;

        // When
        String body = body(order);

        // Then
        assertThat(body)
                .contains("\"crossdock_shipments__c\":null")
                .contains("\"crossdock_tracking__c\":null")
                .contains("\"crossdock_shipped_at__c\":null");
    }

    @Test
    void shouldFillInACopyOfAnOrderThatTheErpCaptured() throws JsonProcessingException {
        // Given
        String order = """
                {"orderId": "ord_1", "root": "erp:sales-order:SO-1", "status": "OPEN", "customer": "C-7", "customerPo": null,
                 "axes": {"billing": "NOT_INVOICED"}, "shipments": [], "milestones": []}
                """;

        // When
        String body = body(order);

        // Then
        assertThat(body).contains("\"Status\":\"Activated\"", "\"Customer_Code__c\":\"C-7\"");
    }

    @Test
    void shouldTellNoStateToASystemThatHasNoSuchFile() {
        assertThat(PayloadMapping.of(SYSTEMS.connection("wms-east"))).isNull();
    }

    private static String body(String order) throws JsonProcessingException {
        PayloadMapping mapping = Objects.requireNonNull(PayloadMapping.of(SYSTEMS.connection("crm")));
        return String.valueOf(mapping.body(FactJson.MAPPER.readTree(order)));
    }
}
