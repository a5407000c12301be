package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.OPEN;
import static io.crossdock.order.fact.DocumentState.POSTED;
import static io.crossdock.order.fact.DocumentState.RECEIVED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Statement;
import io.crossdock.order.status.OrderStatus.Cancellation;
import io.crossdock.order.status.OrderStatus.Returns;
import org.junit.jupiter.api.Test;

/** R62 and R68: when nothing more is expected to happen, and when all of an order is cancelled. */
class CompletionTest {

    private static OrderStory accepted() {
        return OrderStory.anOrder("C-5").withLine("1", "A-100", "10").acceptedInErpAs("SO-1");
    }

    private static OrderStory billed() {
        return accepted()
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "10")
                .invoice("I-1", POSTED, "1", "10");
    }

    /** R68. */
    @Test
    void shouldBeDoneWhenTheServicesAreBilledWhateverTheTextSays() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "INSTALL", "EA", Statement.Line.Kind.SERVICE, "1", "0")
                .withLine("2", "THANK-YOU", "EA", Statement.Line.Kind.TEXT, null, "0")
                .acceptedInErpAs("SO-1");

        // When, Then
        assertThat(story.projected().done()).isFalse();
        assertThat(story.invoice("I-1", POSTED, "1", "1").projected().done()).isTrue();
    }

    /** R68. */
    @Test
    void shouldNotBeDoneWhenAServiceIsBilledAndGoodsAreStillToShip() {
        // When, Then
        assertThat(accepted().invoice("I-1", POSTED, "1", "10").projected().done())
                .isFalse();
    }

    /** R68. */
    @Test
    void shouldBeDoneWhenTheWarehouseClosesEverythingShort() {
        // When
        Projected projected = accepted()
                .inWarehouseAs("W-1")
                .warehouseLine("1", "A-100", "10", "0", "0", true)
                .projected();

        // Then
        assertThat(projected.status().status()).isEqualTo(FulfilmentStatus.CLOSED_SHORT);
        assertThat(projected.done()).isTrue();
    }

    /** R68. */
    @Test
    void shouldNotBeDoneUntilEverythingThatIsToComeBackIsThere() {
        // Given
        OrderStory story = billed().returned("R-1", RECEIVED, "1", "4").returned("R-2", OPEN, "1", "2");

        // When
        boolean waiting = story.projected().done();
        Projected received = story.returned("R-2", RECEIVED, "1", "2").projected();
        Projected all = story.returned("R-3", RECEIVED, "1", "4").projected();

        // Then
        assertThat(waiting).isFalse();
        assertThat(received.status().axes().returns()).isEqualTo(Returns.PARTIAL);
        assertThat(received.done()).isTrue();
        assertThat(all.status().axes().returns()).isEqualTo(Returns.FULL);
        assertThat(all.done()).isTrue();
    }

    /** R68: what was refused is decided. */
    @Test
    void shouldBeDoneWhenTheCancelOfWhatIsDeliveredIsRefused() {
        // When
        Projected projected =
                billed().shipment("S-1", DELIVERED).asksToCancelAllBy("X-1").projectedWithDeliveryFeed();

        // Then
        assertThat(projected.status().axes().cancellation()).isEqualTo(Cancellation.REFUSED);
        assertThat(projected.done()).isTrue();
    }

    /** R62. */
    @Test
    void shouldBeCancelledInFullThoughTextAndSubstitutesAreLeft() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "THANK-YOU", "EA", Statement.Line.Kind.TEXT, "1", "0")
                .acceptedInErpAs("SO-1");
        story.erpLine(ALine.aLine("30").of("A-200").insteadOf("10").holding("6"));

        // When, Then
        assertThat(story.status().axes().cancellation()).isEqualTo(Cancellation.NONE);
        assertThat(story.erpSays("1", "10", "4").status().axes().cancellation()).isEqualTo(Cancellation.PARTIAL);
        assertThat(story.erpSays("1", "10", "10").status().axes().cancellation())
                .isEqualTo(Cancellation.FULL);
    }

    /** R62, R53: a line of unknown quantity may still be wanted. */
    @Test
    void shouldBeCancelledInPartWhileTheQuantityOfALineIsUnknown() {
        // When
        OrderStatus status = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "B-200", null)
                .acceptedInErpAs("SO-1")
                .erpSays("1", "10", "10")
                .status();

        // Then
        assertThat(status.axes().cancellation()).isEqualTo(Cancellation.PARTIAL);
    }
}
