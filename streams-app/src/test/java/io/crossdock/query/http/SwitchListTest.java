package io.crossdock.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchListTest {

    private static ObjectNode part(String target) {
        return JsonNodeFactory.instance.objectNode().put("target", target);
    }

    private static ObjectNode live(String target, boolean looking) {
        return part(target)
                .put("mode", "live")
                .put("at", "2026-11-26T12:00:00Z")
                .put("by", "ann")
                .put("looking", looking);
    }

    @Test
    void shouldBeSwitchedOnlyOnceEveryPartitionIs() {
        // When: one of two partitions has not heard of it yet
        ObjectNode half = SwitchList.sum("crm", "observe", List.of(live("crm", true), part("crm")));
        ObjectNode whole =
                SwitchList.sum("crm", "observe", List.of(live("crm", true), live("crm", false), part("erp")));

        // Then
        assertThat(half).hasToString("{\"target\":\"crm\",\"mode\":\"switching\",\"looking\":true}");
        assertThat(whole)
                .hasToString("{\"target\":\"crm\",\"mode\":\"live\",\"at\":\"2026-11-26T12:00:00Z\",\"by\":\"ann\","
                        + "\"looking\":true}");
    }
}
