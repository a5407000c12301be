package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.POSTED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The projection runs at every event, so its work must grow with an order's facts and not with their square. */
class WideOrderTest {

    private static final int MOST_GROWTH = 8;
    private static final int ROUNDS = 9;

    /** An order of so many lines, each shipped by one of so many shipments in a package that has been delivered. */
    private static OrderStory anOrderOf(int lines, int shipments) {
        OrderStory story = OrderStory.anOrder("C-5");
        for (int line = 1; line <= lines; line++) {
            story.withLine(String.valueOf(line), "A-" + line % 50, "10");
        }
        story.acceptedInErpAs("SO-1").inWarehouseAs("W-1");
        for (int shipment = 1; shipment <= shipments; shipment++) {
            story.shipment("S-" + shipment, SHIPPED)
                    .packedInto("S-" + shipment, "1", "1Z-" + shipment)
                    .scanned("1Z-" + shipment, DELIVERED);
        }
        story.header("invoice", DocumentType.INVOICE, "I-1", POSTED, null, null, null);
        for (int line = 1; line <= lines; line++) {
            String number = String.valueOf(line);
            story.allocates(number, "A-" + line % 50, "10", "10", "0")
                    .holdingInCarton("S-" + (1 + line % shipments), number, number, "10", "1")
                    .line(
                            "invoice",
                            "I-1",
                            aLine(number).naming(story.erp(), number + "0").holding("10"));
        }
        return story;
    }

    @Test
    void shouldTakeFourTimesAsLongForFourTimesTheFacts() {
        // Given
        Projection projection = Spine.withCarrier();
        OrderStory small = anOrderOf(10, 4);
        OrderStory quarter = anOrderOf(125, 50);
        OrderStory wide = anOrderOf(500, 200);
        assertThat(wide.facts()).hasSizeGreaterThan(2_000);

        // When: in turns, so that the machine is the same for all
        long[] least = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        for (int round = 0; round < ROUNDS; round++) {
            least[0] = Math.min(least[0], nanosOf(projection, small));
            least[1] = Math.min(least[1], nanosOf(projection, quarter));
            least[2] = Math.min(least[2], nanosOf(projection, wide));
        }

        // Then
        System.out.printf(
                "A projection takes %,d µs for 10 lines, %,d µs for 125 lines, %,d µs for 500 lines (%,d facts).%n",
                least[0] / 1_000,
                least[1] / 1_000,
                least[2] / 1_000,
                wide.facts().size());
        assertThat(projection.project(wide.crm, wide.facts()).status().status()).isEqualTo(FulfilmentStatus.DELIVERED);
        assertThat((double) least[2] / least[1])
                .as("growth of the work for four times the facts")
                .isLessThan(MOST_GROWTH);
    }

    /** CPU time of this thread for one projection: what else the machine does is not in it. */
    private static long nanosOf(Projection projection, OrderStory story) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Fact> facts = story.facts();
        int repeated = Math.max(1, 4_000 / facts.size());
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < repeated; i++) {
            assertThat(projection.project(story.crm, facts).done()).isTrue();
        }
        return (threads.getCurrentThreadCpuTime() - start) / repeated;
    }
}
