package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderException;
import io.crossdock.contract.OutMessage;
import io.crossdock.contract.ReceiptOutcome;
import io.crossdock.systems.Systems;
import io.crossdock.systems.SystemsFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R148, R149: what is wrong with telling is said, once, and no longer when it is right again. */
class TargetExceptionsTest {

    private static final String ORDER = "{'Id':'8015g00000AB001AAD','OrderNumber':'1001'}";

    @TempDir
    private Path folder;

    @Test
    void shouldSayThatATargetHasNotTakenAnOrderUntilItTakesOne() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given
            flow.lands("crm/orders", ORDER, 1);

            // When: refused, changed and refused again, changed and taken
            flow.answers(ReceiptOutcome.REJECTED);
            flow.lands("crm/order-items", item(5), 2).answers(ReceiptOutcome.REJECTED);
            flow.lands("crm/orders", ORDER.replace("1001'", "1001','Status':'Cancelled'"), 3);
            List<OrderException> before = flow.exceptions();
            flow.answers(ReceiptOutcome.APPLIED);

            // Then
            assertThat(before).singleElement().satisfies(exception -> {
                assertThat(exception.getType()).isEqualTo("STATE_REFUSED");
                assertThat(exception.getTarget()).isEqualTo("crm");
                assertThat(exception.getExceptionId()).isEqualTo(exception.getOrderId() + "|STATE_REFUSED|crm");
                assertThat(exception.getText()).startsWith("crm has not taken version 1.1 of the order into record ");
            });
            assertThat(states(flow)).containsExactly("STATE_REFUSED RESOLVED");
            assertThat(flow.outcomes()).containsEntry("exception|STATE_REFUSED|MAJOR", 0L);
        }
    }

    @Test
    void shouldSayWhichRefusedEffectHoldsTheLaterOnesBack() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: accepted and shipped; the first letter is refused
            for (TestOrders.Row row : TestOrders.done(1)) {
                flow.lands(row.entity(), row.columns(), row.version());
            }
            flow.passes(Duration.ofSeconds(5));
            OutMessage letter = letters(flow).getFirst();

            // When
            flow.answers(letter, ReceiptOutcome.PARKED, null).passes(Duration.ofSeconds(5));

            // Then
            assertThat(letters(flow)).containsExactly(letter);
            assertThat(flow.exceptions()).singleElement().satisfies(exception -> {
                assertThat(exception.getType()).isEqualTo("EFFECT_REFUSED");
                assertThat(exception.getTarget()).isEqualTo("notify");
                assertThat(exception.getText())
                        .startsWith("notify has not done order-accepted|erp:sales-order:SO-1|notified.");
            });
        }
    }

    @Test
    void shouldSayOnceWhatATargetsFileCannotSayAndTellTheOthers() throws JsonProcessingException {
        // Given: the CRM's file fails for cancelled orders
        Systems systems = with("systems/salesforce-crm/payloads/order-status.jslt", "\n{\n", """

                let fails = if (.status == "CANCELLED") error("no word for " + .status) else null
                {
                """);
        try (Flow flow = new Flow(systems)) {
            flow.lands("crm/orders", ORDER, 1).lands("crm/order-items", item(5), 2);
            flow.settles();
            int told = flow.told().size();

            // When
            flow.lands("crm/orders", ORDER.replace("1001'", "1001','Status':'Cancelled'"), 3);
            flow.lands("crm/orders", ORDER.replace("1001'", "1001','Status':'Cancelled','PoNumber':'P'"), 4);
            List<OrderException> wrong = flow.exceptions();
            int toldThen = flow.told().size();
            flow.lands("crm/orders", ORDER, 5);

            // Then
            assertThat(wrong).singleElement().satisfies(exception -> {
                assertThat(exception.getType()).isEqualTo("PAYLOAD_FAILED");
                assertThat(exception.getText())
                        .startsWith(
                                "The order cannot be said to crm: payloads/order-status.jslt of system salesforce-crm"
                                        + " fails: ")
                        .contains("no word for CANCELLED");
            });
            assertThat(toldThen).isEqualTo(told);
            assertThat(states(flow)).containsExactly("PAYLOAD_FAILED RESOLVED");
        }
    }

    @Test
    void shouldReportWhatWasOverwrittenWhereTheFileSaysSo() throws JsonProcessingException {
        // Given
        Systems systems = with("connections/crm.json", "\"target\": \"live\",", """
                "target": "live",
                  "telling": { "grace": "PT10S", "drift": "report" },
                """);
        try (Flow flow = new Flow(systems)) {
            flow.lands("crm/orders", ORDER, 1);
            flow.settles();
            int told = flow.told().size();
            OutMessage last = flow.told().getLast();
            String shown = ORDER.replace(
                    "1001'",
                    "1001','SystemModstamp':'2026-11-20T12:00:30.000+0000','crossdock_status__c':'SHIPPED',"
                            + "'crossdock_version__c':'" + last.getVersion().getEpoch() + "."
                            + last.getVersion().getSeq() + "'");

            // When: somebody has written into the field
            flow.lands("crm/orders", shown, 5_000);
            flow.passes(Duration.ofSeconds(60));
            List<OrderException> wrong = flow.exceptions();

            // Then
            assertThat(wrong).singleElement().satisfies(exception -> {
                assertThat(exception.getType()).isEqualTo("DRIFT");
                assertThat(exception.getTarget()).isEqualTo("crm");
                assertThat(exception.getText()).contains("reported, not put right");
            });
            assertThat(flow.told()).hasSize(told);
        }
    }

    @Test
    void shouldTellOfAConnectorThatHasFailedForGoodUntilItRuns() {
        try (Flow flow = new Flow()) {
            // When
            flow.troubles().set(Map.of("crm-sink", "crm-sink task 0 has failed."));
            flow.passes(Duration.ofSeconds(30));
            List<OrderException> wrong = flow.exceptions();
            flow.troubles().set(Map.of());
            flow.passes(Duration.ofSeconds(30));

            // Then
            assertThat(wrong).singleElement().satisfies(exception -> {
                assertThat(exception.getExceptionId()).isEqualTo("crm-sink|CONNECTOR_FAILED");
                assertThat(exception.getSubject()).isEqualTo("crm-sink");
                assertThat(exception.getText()).isEqualTo("crm-sink task 0 has failed.");
            });
            assertThat(states(flow)).containsExactly("CONNECTOR_FAILED RESOLVED");
        }
    }

    private static String item(int quantity) {
        return "{'Id':'802A1','OrderId':'8015g00000AB001AAD','LineNumber__c':1,'Quantity':" + quantity + "}";
    }

    private static List<OutMessage> letters(Flow flow) {
        return flow.asked().stream()
                .filter(message -> message.getTarget().equals("notify"))
                .toList();
    }

    private static List<String> states(Flow flow) {
        return flow.exceptions().stream()
                .map(exception -> exception.getType() + " " + exception.getState())
                .toList();
    }

    /** The real systems, one file changed. */
    private Systems with(String file, String what, String by) {
        Path real = Path.of("../connectors");
        return new SystemsFolder(folder)
                .with(real, "systems")
                .with(real, "connections")
                .replace(file, what, by)
                .load();
    }
}
