package io.crossdock.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetListTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldAddUpThePartsOfOneTarget() throws JsonProcessingException {
        // Given: two partitions know of the CRM, one of the ERP
        List<ObjectNode> parts = List.of(
                part("crm", "{\"same\":3,\"different\":1}", "{\"case\":2}", "[\"crm:order:1\"]"),
                part("erp", "{\"same\":9}", "{}", "[]"),
                part("crm", "{\"same\":4,\"unknown\":2}", "{\"case\":1}", "[]"));

        // Then
        assertThat(TargetList.sum("crm", "observe", parts))
                .hasToString("{\"target\":\"crm\",\"mode\":\"observe\",\"looking\":false,"
                        + "\"states\":{\"same\":7,\"different\":1,\"unknown\":2},\"effects\":{\"case\":3},"
                        + "\"different\":[\"crm:order:1\"]}");
    }

    private static ObjectNode part(String target, String states, String effects, String different)
            throws JsonProcessingException {
        return (ObjectNode) JSON.readTree("{\"target\":\"" + target + "\",\"states\":" + states + ",\"effects\":"
                + effects + ",\"different\":" + different + "}");
    }
}
