package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crossdock.contract.OrderException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What time alone makes of a mailbox: R140, R141 and R142. */
class DeadlineTest {

    private static final Duration ORPHAN_AFTER = Duration.ofHours(4);

    @Test
    void shouldReportAShipmentThatFoundNoOrderForFourHours() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: a shipment that names a sales order nobody has heard of
            flow.lands("wms-east/shipments", "{'id':'S-1','erp_order_no':null,'status':'PACKED'}", 1);
            assertThat(flow.passes(ORPHAN_AFTER.minusSeconds(1)).exceptions()).isEmpty();

            // When:
            flow.passes(Duration.ofSeconds(2));

            // Then: one exception of the shipment, not of an order
            assertThat(flow.exceptions()).singleElement().satisfies(exception -> {
                assertThat(exception.getExceptionId()).isEqualTo("wms-east:shipment:S-1|ORPHAN");
                assertThat(exception.getState()).isEqualTo("OPEN");
                assertThat(exception.getOrderId()).isNull();
                assertThat(exception.getSubject()).isEqualTo("wms-east:shipment:S-1");
            });
            assertThat(flow.outcomes()).containsEntry("exception|ORPHAN|MINOR", 1L);
        }
    }

    @Test
    void shouldResolveAnOrphanThatFindsItsOrder() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given:
            flow.lands("wms-east/shipments", "{'id':'S-1','erp_order_no':null,'status':'PACKED'}", 1);
            OrderException opened =
                    flow.passes(ORPHAN_AFTER.plusSeconds(1)).exceptions().getFirst();
            flow.passes(Duration.ofHours(1));

            // When:
            flow.lands("wms-east/shipments", "{'id':'S-1','erp_order_no':'SO-1','status':'PACKED'}", 2);

            // Then: and it keeps the time at which it was opened
            assertThat(flow.exceptions()).singleElement().satisfies(exception -> {
                assertThat(exception.getState()).isEqualTo("RESOLVED");
                assertThat(exception.getOpenedAt()).isEqualTo(opened.getOpenedAt());
                assertThat(exception.getResolvedAt()).isAfter(opened.getOpenedAt());
            });
            assertThat(flow.outcomes()).containsEntry("exception|ORPHAN|MINOR", 0L);
            assertThat(flow.rows("exceptions")).isZero();
        }
    }

    @Test
    void shouldSayNothingOfAnOrphanThatFoundItsOrderInTime() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: a deadline whose cause is gone when it is due
            flow.lands("wms-east/shipments", "{'id':'S-1','erp_order_no':null,'status':'PACKED'}", 1);
            flow.passes(Duration.ofHours(1));
            flow.lands("wms-east/shipments", "{'id':'S-1','erp_order_no':'SO-1','status':'PACKED'}", 2);

            // When:
            flow.passes(ORPHAN_AFTER.multipliedBy(2));

            // Then:
            assertThat(flow.exceptions()).isEmpty();
        }
    }

    @Test
    void shouldCountFourHoursAnewWhenAShipmentLosesItsOrderAgain() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: an orphan for three hours, then not, then again
            flow.lands("wms-east/shipments", "{'id':'S-1','erp_order_no':null,'status':'PACKED'}", 1);
            flow.passes(Duration.ofHours(3));
            flow.lands("wms-east/shipments", "{'id':'S-1','erp_order_no':'SO-1','status':'PACKED'}", 2);
            flow.lands("wms-east/shipments", "{'id':'S-1','erp_order_no':null,'status':'PACKED'}", 3);

            // When: the first deadline is due
            flow.passes(Duration.ofHours(2));

            // Then:
            assertThat(flow.exceptions()).isEmpty();
            assertThat(flow.passes(Duration.ofHours(3)).exceptions()).hasSize(1);
        }
    }

    @Test
    void shouldNotTakeAnOrderWithoutItsHeaderForAnOrphan() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: a sales order of which only a line is known
            flow.lands("erp/sales-order-lines", "{'order_no':'SO-1','line_no':10,'qty_ordered':'5'}", 1);

            // When:
            flow.passes(ORPHAN_AFTER.multipliedBy(2));

            // Then:
            assertThat(flow.exceptions()).isEmpty();
        }
    }

    @Test
    void shouldFireAfterTheNextStartWhatWasDueWhileTheApplicationWasDown() throws JsonProcessingException {
        // Given: it stops while a shipment waits
        Flow first = new Flow();
        first.lands("wms-east/shipments", "{'id':'S-1','erp_order_no':null,'status':'PACKED'}", 1);
        first.passes(Duration.ofHours(1));

        // When: it is started again a day later
        try (Flow second = first.restarted(Duration.ofDays(1))) {
            second.passes(Duration.ofSeconds(1));

            // Then:
            assertThat(second.exceptions()).hasSize(1);
        }
    }

    @Test
    void shouldReportAContradictionOfTheOwnerThatLastsAndWithdrawItWithItsCause() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: the ERP, which decides, accepted four of five; the CRM goes on saying five
            flow.lands("crm/orders", "{'Id':'8015g00000ABCDEAA5','OrderNumber':'00001001'}", 1);
            flow.lands("crm/order-items", item(5), 2);
            flow.lands("erp/sales-orders", "{'order_no':'SO-1','customer_reference':'8015g00000ABCDEAA5'}", 3);
            flow.lands(
                    "erp/sales-order-lines", "{'order_no':'SO-1','line_no':10,'customer_line':1,'qty_ordered':'4'}", 4);
            flow.statuses();
            assertThat(open(flow.passes(Duration.ofMinutes(14)))).isEmpty();

            // When:
            flow.passes(Duration.ofMinutes(2));

            // Then: it is told, and the status stays the owner's
            assertThat(open(flow)).containsExactly("AUTHORITY_CONFLICT OPEN");
            assertThat(flow.statuses()).isEmpty();

            // When: the CRM corrects itself
            flow.lands("crm/order-items", item(4), 5);

            // Then:
            assertThat(open(flow)).containsExactly("AUTHORITY_CONFLICT RESOLVED");
        }
    }

    private static String item(int quantity) {
        return "{'Id':'802A','OrderId':'8015g00000ABCDEAA5','LineNumber__c':1,'ProductCode__c':'A','Quantity':"
                + quantity + "}";
    }

    @Test
    void shouldReportANameOfTwoOrdersThatNothingDecidesBetween() throws JsonProcessingException {
        try (Flow flow = new Flow()) {
            // Given: two orders with one number
            flow.lands("crm/orders", "{'Id':'8015g00000AB001AAD','OrderNumber':'00001001'}", 1);
            flow.lands("crm/orders", "{'Id':'8015g00000AB002AAD','OrderNumber':'00001001'}", 2);
            assertThat(open(flow.passes(Duration.ofHours(3)))).containsOnly("NOT_ACCEPTED OPEN");

            // When:
            flow.passes(Duration.ofHours(2));

            // Then: not that it is an orphan as well
            assertThat(flow.exceptions()).singleElement().satisfies(exception -> {
                assertThat(exception.getExceptionId()).isEqualTo("crm:order-number:00001001|AMBIGUOUS");
                assertThat(exception.getText())
                        .contains("AB001AAD or crm:order:")
                        .contains("nothing decides");
            });
        }
    }

    private static List<String> open(Flow flow) {
        return flow.exceptions().stream()
                .filter(exception -> !exception.getType().equals("SYNC_OVERDUE"))
                .map(exception -> exception.getType() + " " + exception.getState())
                .toList();
    }
}
