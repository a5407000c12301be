package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.OPEN;
import static io.crossdock.order.fact.DocumentState.PACKED;
import static io.crossdock.order.fact.DocumentState.PICKED;
import static io.crossdock.order.fact.DocumentState.POSTED;
import static io.crossdock.order.fact.DocumentState.RECEIVED;
import static io.crossdock.order.fact.DocumentState.RELEASED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.OrderHeader;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R70 to R74: every milestone of an order, its lines and its documents, with the minute in which it was first reached. */
class MilestoneTableTest {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private static List<String> table(Projected projected) {
        return projected.milestones().stream()
                .map(stamp -> MINUTE.format(stamp.reached().occurredAt()) + " " + stamp.subject() + " "
                        + stamp.milestone().text())
                .toList();
    }

    /** The whole way of an order; each step is a minute, which the comments count. */
    @Test
    void shouldDateEachStepByItsFirstTime() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5") // 10:01
                .withLine("1", "A-100", "10") // 10:02
                .acceptedInErpAs("SO-1") // entered 10:03, its line 10:04, accepted 10:05
                .inWarehouseAs("W-1") // 10:06
                .allocates("1", "A-100", "10", "4", "6") // 10:07
                .allocates("1", "A-100", "10", "10", "0") // 10:08
                .warehouseOrderIs(RELEASED) // 10:09
                .shipment("S-1", PICKED) // 10:10
                .holding("S-1", "1", "1", "A-100", "6") // 10:11
                .shipment("S-1", PACKED) // 10:12
                .shipment("S-1", SHIPPED) // 10:13
                .shipment("S-2", SHIPPED) // 10:14
                .holding("S-2", "1", "1", "A-100", "4") // 10:15
                .packedInto("S-1", "1", "1Z-A") // 10:16 and 10:17
                .packedInto("S-2", "1", "1Z-B") // 10:18 and 10:19
                .scanned("1Z-B", DELIVERED) // 10:20
                .scanned("1Z-A", DELIVERED) // 10:21
                .scannedAs("again", "1Z-A", DELIVERED); // 10:22
        OrderStory paid = story.invoice("I-1", OPEN, "1", "10") // 10:23 and 10:24
                .invoice("I-1", POSTED, "1", "10") // 10:25 and 10:26
                .payment("P-1", OPEN, "10", "USD") // 10:27
                .payment("P-1", POSTED, "10", "USD") // 10:28
                .returned("R-1", OPEN, "1", "10") // 10:29 and 10:30
                .returned("R-1", RECEIVED, "1", "10") // 10:31 and 10:32
                .invoiceOver("I-1", POSTED, "10", "USD"); // 10:33

        // When
        List<String> table = table(paid.projectedWithCarrier());

        // Then
        assertThat(table)
                .containsExactly(
                        "10:25 erp:invoice:I-1 invoiced",
                        "10:28 erp:payment:P-1 paid",
                        "10:31 erp:return:R-1 returned",
                        "10:07 line:1 allocated",
                        "10:20 line:1 delivered",
                        "10:05 order accepted",
                        "10:01 order captured",
                        "10:05 order credit-approved",
                        "10:07 order fully-allocated",
                        "10:21 order fully-delivered",
                        "10:25 order fully-invoiced",
                        "10:14 order fully-shipped",
                        "10:28 order paid",
                        "10:31 order returned",
                        "10:09 wms-east:order:W-1 released",
                        "10:21 wms-east:shipment:S-1 delivered",
                        "10:12 wms-east:shipment:S-1 packed",
                        "10:10 wms-east:shipment:S-1 picked",
                        "10:13 wms-east:shipment:S-1 shipped",
                        "10:20 wms-east:shipment:S-2 delivered",
                        "10:14 wms-east:shipment:S-2 shipped");
    }

    /** R72: of an order that is cancelled by its parts, the last; of one cancelled as a whole, its record too. */
    @Test
    void shouldDateACancellationByItsLastPart() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "B-200", "5")
                .acceptedInErpAs("SO-1")
                .erpSays("1", "10", "10")
                .erpSays("2", "5", "2")
                .erpSays("2", "5", "5");

        // When, Then
        assertThat(table(story.projected()))
                .containsExactly(
                        "10:08 line:1 cancelled",
                        "10:09 line:2 cancelled",
                        "10:07 order accepted",
                        "10:09 order cancelled",
                        "10:01 order captured",
                        "10:07 order credit-approved");
        assertThat(table(story.erpHeader(OrderHeader.State.CANCELLED, OrderHeader.Credit.APPROVED, false)
                        .projected()))
                .containsExactly(
                        "10:08 line:1 cancelled",
                        "10:09 line:2 cancelled",
                        "10:07 order accepted",
                        "10:11 order cancelled",
                        "10:01 order captured",
                        "10:07 order credit-approved");
    }

    /** R57, R74: what is collected is delivered when it leaves the counter. */
    @Test
    void shouldDateWhatIsCollectedByItsShipment() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5").acceptedInErpAs("SO-1");
        story.collecting("A")
                .shipment("S-1", PACKED)
                .shipment("S-1", SHIPPED)
                .holding("S-1", aLine("1").naming(story.erp(), "10").holding("10"));

        // When, Then
        assertThat(table(story.projectedWithCarrier()))
                .containsExactly(
                        "10:07 line:1 delivered",
                        "10:03 order accepted",
                        "10:01 order captured",
                        "10:03 order credit-approved",
                        "10:06 order fully-allocated",
                        "10:07 order fully-delivered",
                        "10:07 order fully-shipped",
                        "10:06 wms-east:shipment:S-1 packed",
                        "10:07 wms-east:shipment:S-1 shipped");
        assertThat(table(story.holding(
                                "S-1", aLine("1").naming(story.erp(), "10").holding("0"))
                        .projectedWithCarrier()))
                .containsExactly("10:03 order accepted", "10:01 order captured", "10:03 order credit-approved");
    }

    /** R74: where a carrier decides what is delivered, the warehouse's word for it is a view. */
    @Test
    void shouldTakeTheWordOfWhoeverDecidesAboutDelivery() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED)
                .shipment("S-1", DELIVERED)
                .holding("S-1", "1", "1", "A-100", "10");

        // When, Then
        assertThat(table(story.projected()))
                .containsExactly(
                        "10:05 order accepted",
                        "10:01 order captured",
                        "10:05 order credit-approved",
                        "10:06 order fully-allocated",
                        "10:06 order fully-shipped",
                        "10:07 wms-east:shipment:S-1 delivered",
                        "10:06 wms-east:shipment:S-1 shipped");
        assertThat(table(story.projectedWithDeliveryFeed()))
                .containsExactly(
                        "10:05 order accepted",
                        "10:01 order captured",
                        "10:05 order credit-approved",
                        "10:06 order fully-allocated",
                        "10:07 order fully-delivered",
                        "10:06 order fully-shipped",
                        "10:07 wms-east:shipment:S-1 delivered",
                        "10:06 wms-east:shipment:S-1 shipped");
        assertThat(table(story.projectedWithCarrier()))
                .containsExactly(
                        "10:05 order accepted",
                        "10:01 order captured",
                        "10:05 order credit-approved",
                        "10:06 order fully-allocated",
                        "10:06 order fully-shipped",
                        "10:06 wms-east:shipment:S-1 shipped");
    }

    /** R40, R71: counters of the ledger for the warehouse's work date nothing. */
    @Test
    void shouldDateNothingByWhoDoesNotDecide() {
        // Given
        OrderStory story =
                OrderStory.anOrder("C-5").withLine("1", "A-100", "10").acceptedInErpAs("SO-1");
        story.erpLine(aLine("10")
                .naming(story.crm, "1")
                .of("A-100")
                .holding("10")
                .counting(Quantity.ALLOCATED, "10")
                .counting(Quantity.CANCELLED, "0"));

        // When, Then
        assertThat(table(story.projected()))
                .containsExactly("10:05 order accepted", "10:01 order captured", "10:05 order credit-approved");
    }
}
