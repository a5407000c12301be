package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What one event costs in an order of 10 lines and 4 shipments and in one of 500 lines and 200 shipments, in bytes written. The
 * figures are in docs/flow.md.
 */
class WideOrderTest {

    /** What an event writes may differ by some digits of counters, not by the size of the order. */
    private static final double SAME = 1.15;

    private record Cost(SortedMap<String, Long> logged, long status, long told) {

        @Override
        public String toString() {
            return "changelogs " + sum() + " " + logged + ", status " + status + ", told " + told;
        }

        long sum() {
            return logged.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Test
    void shouldWriteNoMoreForAnEventOfAWideOrderButItsStatus() throws JsonProcessingException {
        // Given:
        Map<String, Cost> narrow = costs(10, 4);

        // When:
        Map<String, Cost> wide = costs(500, 200);

        // Then:
        narrow.forEach((event, cost) -> {
            Cost same = Objects.requireNonNull(wide.get(event));
            String figures = "%s: 10 lines %s, 500 lines %s".formatted(event, cost, same);
            // Printed for docs/flow.md.
            System.out.println(figures);
            assertThat((double) same.sum()).as(figures).isLessThan(cost.sum() * SAME);
        });
    }

    private static Map<String, Cost> costs(int lines, int shipments) throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            build(flow, lines, shipments);
            Map<String, Cost> costs = new TreeMap<>();
            flow.lands("crm/order-items", item(7, 9), 1);
            costs.put("a line of the CRM changes, the ERP decides", cost(flow));
            flow.lands("erp/sales-order-lines", salesLine(7, 9), 2);
            costs.put("a line of the ERP changes", cost(flow));
            flow.lands("wms-east/shipments", shipment(3, "SHIPPED"), 3);
            costs.put("a shipment of two lines leaves", cost(flow));
            return costs;
        }
    }

    private static Cost cost(Flow flow) {
        return new Cost(flow.logged(), flow.sent(Topics.STATUS), flow.sent(Topics.out("crm")));
    }

    /** From the bottom up, the header last: until then nothing is published. */
    private static void build(Flow flow, int lines, int shipments) throws JsonProcessingException {
        for (int shipment = 0; shipment < shipments; shipment++) {
            flow.lands("wms-east/shipments", shipment(shipment, "PACKED"), 0);
            for (int line = 1; line <= 2; line++) {
                flow.lands(
                        "wms-east/shipment-lines",
                        "{'shipment_id':'S-" + shipment + "','line_no':" + line
                                + ",'erp_order_no':'SO-1','erp_line_no':" + 10 * ((shipment * 2 + line - 1) % lines + 1)
                                + ",'quantity':'1'}",
                        0);
            }
        }
        for (int line = 1; line <= lines; line++) {
            flow.lands("erp/sales-order-lines", salesLine(line, 5), 0);
            flow.lands("crm/order-items", item(line, 5), 0);
        }
        flow.lands("erp/sales-orders", "{'order_no':'SO-1','customer_reference':'8015g00000ABCDEAA5'}", 0);
        flow.lands("crm/orders", "{'Id':'8015g00000ABCDEAA5','OrderNumber':'00001001'}", 0);
        flow.settles();
        flow.drains();
        cost(flow);
    }

    private static String item(int line, int quantity) {
        return "{'Id':'802A" + line + "','OrderId':'8015g00000ABCDEAA5','LineNumber__c':" + line + ",'Quantity':"
                + quantity + "}";
    }

    private static String salesLine(int line, int quantity) {
        return "{'order_no':'SO-1','line_no':" + 10 * line + ",'customer_line':" + line + ",'qty_ordered':'" + quantity
                + "'}";
    }

    private static String shipment(int number, String status) {
        return "{'id':'S-" + number + "','erp_order_no':'SO-1','status':'" + status + "','shipped_at':"
                + (status.equals("SHIPPED") ? "'2026-11-20T11:40:00Z'" : "null") + "}";
    }
}
