package io.crossdock.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.contract.ArchiveChunk;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.correlate.MailboxStore;
import io.crossdock.order.explain.Explanation;
import io.crossdock.order.explain.ExplanationText;
import io.crossdock.order.fact.Identifier;
import io.crossdock.topology.Flow;
import io.crossdock.track.HistoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;

/** Eight questions about an order that was merged, split and partly cancelled, approved in {@code docs/questions.md}. */
class QuestionsTest {

    private static final Path APPROVED = Path.of("../docs/questions.md");
    private static final String CRM = "8015g00000ABCDEAA5";
    private static final String COPY = "8015g00000ABCDFAA5";

    private final StringBuilder document = new StringBuilder();

    @Test
    void shouldAnswerAsApproved() throws IOException {
        // Given:
        String now = answers();

        // When: -Dcrossdock.approve=true writes what a person then reviews
        if (Boolean.getBoolean("crossdock.approve")) {
            Files.writeString(APPROVED, now);
        }

        // Then:
        assertThat(now).isEqualTo(Files.readString(APPROVED));
    }

    private String answers() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            story(flow);
            Identifier topmost = Identifier.parse("crm:order:" + CRM);
            ReadOnlyKeyValueStore<String, byte[]> mailboxes = flow.store(MailboxStore.NAME);
            ReadOnlyKeyValueStore<String, ArchiveChunk> archive = flow.store("archive");
            Explanation explanation = Explanation.of(
                    topmost,
                    MailboxStore.read(mailboxes, archive, topmost, Flow.SYSTEMS.identifierTypes())
                            .effective(),
                    Flow.SYSTEMS.identifierTypes());
            List<String> text = ExplanationText.of(explanation);
            ReadOnlyKeyValueStore<String, HistoryEntry> history = flow.store(HistoryStore.NAME);
            List<ObjectNode> timeline = Timeline.of(HistoryStore.of(history, topmost));

            document.append("""
                    # Eight questions about one order

                    The order was captured twice, in the ERP (of which the CRM got a copy) and in the CRM, and turned out to be one; the warehouse split it in two
                    shipments; the customer took one unit back before it was picked. `GET /api/v1/orders/{id}/explain` says why things belong
                    together, `GET /api/v1/orders/{id}/timeline` says what happened when; `{id}` is any id of the order. The answers below are
                    excerpts of the two, written by a test.
                    """);
            answer(
                    "Why are these ids one order?",
                    "explain",
                    lines(
                            text,
                            line -> !line.startsWith("Not taken")
                                    && (line.contains(" is the same order as ") || line.contains(" is part of "))));
            answer(
                    "Which record is the root, and why no other?",
                    "explain",
                    text.subList(0, explanation.candidates().size()));
            answer("What did the CRM show at 12:13?", "timeline", lastShown(timeline, "2026-11-20T12:13:00Z"));
            answer(
                    "When did it become PARTIALLY_SHIPPED, and by which record?",
                    "timeline",
                    entries(
                            timeline,
                            entry -> entry.get("what").asText().equals("STATUS")
                                    && entry.get("status").asText().equals("PARTIALLY_SHIPPED")));
            answer(
                    "Which shipment carries line 2?",
                    "timeline",
                    entries(
                            timeline,
                            entry -> isFact(entry) && entry.get("text").asText().contains("line 20")));
            answer(
                    "What was cancelled, who asked for it, who confirmed it?",
                    "timeline",
                    entries(
                            timeline,
                            entry -> isFact(entry)
                                    && entry.get("text")
                                            .asText()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .contains("cancel")));
            answer("Which former order ids lead here?", "explain", lines(text, line -> line.startsWith("ord_")));
            answer("Which link was not taken, and why?", "explain", lines(text, line -> line.startsWith("Not taken")));
            return document.toString();
        }
    }

    private static void story(Flow flow) throws JsonProcessingException {
        flow.lands("erp/sales-orders", "{'order_no':'SO-1'}", 1);
        flow.lands("erp/sales-order-lines", "{'order_no':'SO-1','line_no':10,'qty_ordered':'5'}", 2);
        flow.lands("erp/sales-order-lines", "{'order_no':'SO-1','line_no':20,'qty_ordered':'2','item_no':'B'}", 3);
        minutes(flow.settles(), 1);
        flow.lands("crm/orders", "{'Id':'" + COPY + "','OrderNumber':'00001002','crossdock_key__c':'erp:SO-1'}", 10);
        minutes(flow.settles(), 1);
        flow.lands("crm/orders", "{'Id':'" + CRM + "','OrderNumber':'00001001'}", 4);
        flow.lands("crm/order-items", item(1, "A", 5, 0), 5);
        flow.lands("crm/order-items", item(2, "B", 2, 0), 6);
        minutes(flow.settles(), 2);
        flow.lands("erp/sales-orders", "{'order_no':'SO-1','customer_reference':'" + CRM + "'}", 7);
        flow.lands("erp/sales-order-lines", "{'order_no':'SO-1','line_no':10,'customer_line':1,'qty_ordered':'5'}", 8);
        flow.lands("erp/sales-order-lines", salesLine20(0), 9);
        minutes(flow.settles(), 6);
        flow.lands("wms-east/shipments", shipment("S-1", "SHIPPED"), 11);
        flow.lands("wms-east/shipment-lines", shipmentLine("S-1", 10, 5, "A"), 12);
        minutes(flow.settles(), 5);
        flow.lands("wms-east/shipments", shipment("S-2", "PICKING"), 13);
        minutes(flow.settles(), 2);
        flow.lands("crm/order-items", item(2, "B", 2, 1), 14);
        minutes(flow.settles(), 3);
        flow.lands("erp/sales-order-lines", salesLine20(1), 15);
        minutes(flow.settles(), 5);
        flow.lands("wms-east/shipment-lines", shipmentLine("S-2", 20, 1, "B"), 16);
        flow.lands("wms-east/shipments", shipment("S-2", "SHIPPED"), 17);
        minutes(flow.settles(), 1);
    }

    private static String item(int line, String sku, int quantity, int cancelled) {
        return "{'Id':'802A" + line + "','OrderId':'" + CRM + "','LineNumber__c':" + line + ",'ProductCode__c':'" + sku
                + "','Quantity':" + quantity + ",'Cancelled_Quantity__c':" + cancelled + "}";
    }

    private static String salesLine20(int cancelled) {
        return "{'order_no':'SO-1','line_no':20,'customer_line':2,'qty_ordered':'2','item_no':'B','qty_cancelled':'"
                + cancelled + "'}";
    }

    private static String shipment(String id, String status) {
        return "{'id':'" + id + "','erp_order_no':'SO-1','status':'" + status + "','shipped_at':"
                + (status.equals("SHIPPED") ? "'2026-11-20T11:40:00Z'" : "null") + "}";
    }

    private static String shipmentLine(String id, int erpLine, int quantity, String sku) {
        return "{'shipment_id':'" + id + "','line_no':1,'erp_order_no':'SO-1','erp_line_no':" + erpLine
                + ",'quantity':'" + quantity + "','sku':'" + sku + "'}";
    }

    private static void minutes(Flow flow, int minutes) {
        flow.passes(Duration.ofMinutes(minutes));
    }

    private void answer(String question, String path, List<String> lines) {
        assertThat(lines).as(question).isNotEmpty();
        document.append("\n## ")
                .append(question)
                .append("\n\n")
                .append("`")
                .append(path)
                .append("`\n\n```text\n");
        lines.forEach(line -> document.append(line).append('\n'));
        document.append("```\n");
    }

    private static boolean isFact(ObjectNode entry) {
        return entry.get("what").asText().equals("FACT")
                && entry.get("milestone").isNull();
    }

    private static List<String> lines(List<String> text, Predicate<String> wanted) {
        return text.stream().filter(wanted).toList();
    }

    private static List<String> entries(List<ObjectNode> timeline, Predicate<ObjectNode> wanted) {
        return timeline.stream().filter(wanted).map(QuestionsTest::text).toList();
    }

    private static List<String> lastShown(List<ObjectNode> timeline, String at) {
        List<String> shown = new ArrayList<>(entries(
                timeline,
                entry ->
                        !entry.get("shows").isNull() && entry.get("at").asText().compareTo(at) <= 0));
        return shown.subList(Math.max(0, shown.size() - 1), shown.size());
    }

    private static String text(ObjectNode entry) {
        String shows = entry.get("shows").isNull()
                ? ""
                : ": " + entry.get("shows").asText() + ", version "
                        + entry.get("version").get("epoch") + "."
                        + entry.get("version").get("seq");
        String evidence = entry.get("evidence").isNull()
                ? ""
                : "  (" + entry.get("evidence").asText() + ")";
        return entry.get("at").asText() + "  " + entry.get("text").asText() + shows + evidence;
    }
}
