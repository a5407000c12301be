package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.OPEN;
import static io.crossdock.order.fact.DocumentState.POSTED;
import static io.crossdock.order.fact.DocumentState.RECEIVED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R80 and R81: what a person reads of a finding, and what is none. */
class FindingDetailsTest {

    private static OrderStory ordered(@Nullable String units) {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", units)
                .acceptedInErpAs("SO-1")
                .inWarehouseAs("W-1");
    }

    private static List<String> details(OrderStory story) {
        return story.projected().exceptions().stream()
                .map(OrderException::detail)
                .toList();
    }

    @Test
    void shouldSayHowManyUnitsAreTooMany() {
        // Given
        OrderStory story =
                ordered("10").allocates("1", "A-100", "10", "11.50", "0").shipment("S-1", SHIPPED);

        // Then
        assertThat(details(story)).containsExactly("Allocated 11.5 of 10 ordered.");
        assertThat(details(story.allocates("1", "A-100", "10", "10", "0").holding("S-1", "1", "1", "A-100", "12")))
                .containsExactly("Shipped 12 of 10 ordered.");
        assertThat(details(story.returned("R-1", RECEIVED, "1", "13")))
                .containsExactly("Shipped 12 of 10 ordered.", "Received 13 back of 12 shipped.");
    }

    @Test
    void shouldSayWhatIsInvoicedBeforeItIsShipped() {
        assertThat(details(ordered("10").invoice("I-1", POSTED, "1", "4")))
                .containsExactly("Invoiced 4, shipped 0, and the terms are not prepaid.");
    }

    @Test
    void shouldSayWhichFiguresContradictEachOther() {
        assertThat(details(ordered("10").allocates("1", "A-100", "10", "0", "-2")))
                .containsExactly(
                        "Quantities contradict each other or are negative: ordered 10, shipped 0, cancelled 0.");
        assertThat(details(ordered(null).allocates("1", "A-100", "10", "0", "-2")))
                .containsExactly(
                        "Quantities contradict each other or are negative: ordered unknown, shipped 0, cancelled 0.");
    }

    @Test
    void shouldSayWhatCameBackOfWhatNoLineHoldsOnceItIsThere() {
        // Given
        OrderStory story = ordered("10")
                .header("return", DocumentType.RETURN, "R-1", OPEN, null, null, null)
                .line("return", "R-1", aLine("1").of("Z-9").holding("1"));

        // Then
        assertThat(details(story)).as("requested").isEmpty();
        assertThat(details(story.header("return", DocumentType.RETURN, "R-1", RECEIVED, null, null, null)))
                .containsExactly("Received 1 of Z-9, which no line of the order holds.");
    }

    /** R66: what came back is said by returns. */
    @Test
    void shouldNotTakeACreditForAReturn() {
        // Given
        OrderStory story = ordered("10")
                .header("credit-memo", DocumentType.CREDIT_MEMO, "M-1", POSTED, null, null, null)
                .line("credit-memo", "M-1", aLine("1").of("Z-9").counting(Quantity.RETURN_RECEIVED, "1"));

        // Then
        assertThat(details(story)).isEmpty();
    }
}
