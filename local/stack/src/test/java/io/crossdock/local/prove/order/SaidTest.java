package io.crossdock.local.prove.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaidTest {

    @Test
    void shouldNameEveryWordByItsPlace() throws JsonProcessingException {
        // When
        Map<String, String> said = said("""
                {"status":"SHIPPED","customer":null,"axes":{"billing":"NONE"},"exceptions":[],
                 "lines":[{"line":"1","quantities":{"shipped":"5"}},{"line":"2","quantities":{"shipped":"0"}}],
                 "shipments":[{"id":"wms-east:shipment:S-7","state":"SHIPPED"}]}""");

        // Then
        assertThat(said)
                .containsEntry("status", "SHIPPED")
                .containsEntry("customer", "null")
                .containsEntry("axes.billing", "NONE")
                .containsEntry("exceptions", "[]")
                .containsEntry("lines[1].quantities.shipped", "5")
                .containsEntry("lines[2].quantities.shipped", "0")
                .containsEntry("shipments[wms-east:shipment:S-7].state", "SHIPPED");
    }

    @Test
    void shouldLeaveOutOurOwnNamesAndTheOrderOfNames() throws JsonProcessingException {
        assertThat(said("{\"identifiers\":[\"erp:sales-order:2\",\"crossdock:order:ord_1\",\"crm:order:1\"]}"))
                .isEqualTo(said("{\"identifiers\":[\"crm:order:1\",\"erp:sales-order:2\"]}"));
    }

    private static Map<String, String> said(String json) throws JsonProcessingException {
        return Said.of(new ObjectMapper().readTree(json));
    }
}
