package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Quantity;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** R38 and R39: the ERP sells cases, the warehouse ships eaches. */
class UnitsTest {

    /** Two cases ordered, of so many eaches. */
    private static OrderStory cases(String holds) {
        OrderStory story = OrderStory.anOrder("C-5").acceptedInErpAs("SO-1");
        return story.crmLine(aLine("1").of("A-100").in("CS").holding("2"))
                .erpLine(aLine("10")
                        .naming(story.crm, "1")
                        .of("A-100")
                        .in("CS")
                        .where("CS", holds)
                        .where("EA", "1")
                        .holding("2"))
                .shipment("S-1", SHIPPED);
    }

    private static OrderStatus.Line line(OrderStatus status) {
        return status.lines().getFirst();
    }

    private static void shipped(OrderStory story, ALine line) {
        story.holding("S-1", line.naming(story.erp(), "10").of("A-100"));
    }

    @Test
    void shouldCountInTheUnitOfTheOrderWhereThatIsExact() {
        // Given
        OrderStory story = cases("12");
        shipped(story, aLine("1").in("EA").holding("18"));

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(line(status).unit()).isEqualTo("CS");
        assertThat(line(status).quantities()).containsEntry(Quantity.SHIPPED, new BigDecimal("1.5"));
        assertThat(status.status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(status.exceptions()).isEmpty();
    }

    @Test
    void shouldCountTheWholeLineInTheFinestUnitWhereACaseCannotBeSplitExactly() {
        // Given
        OrderStory story = cases("12");
        shipped(story, aLine("1").in("EA").holding("10"));
        shipped(story, aLine("2").in("EA").holding("14"));

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(line(status).unit()).isEqualTo("EA");
        assertThat(line(status).quantities())
                .containsEntry(Quantity.ORDERED, new BigDecimal("24"))
                .containsEntry(Quantity.SHIPPED, new BigDecimal("24"));
        assertThat(status.status()).isEqualTo(FulfilmentStatus.SHIPPED);
    }

    @Test
    void shouldTakeTheFactorsOfTheRowItself() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "24")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED);
        shipped(story, aLine("1").in("CS").where("CS", "12").where("EA", "1").holding("2"));

        // When, Then
        assertThat(story.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
    }

    @Test
    void shouldLeaveARowOutAndSayItWhereNobodyKnowsTheFactor() {
        // Given
        OrderStory story = cases("12");
        shipped(story, aLine("1").in("PAL").holding("1"));
        shipped(story, aLine("2").in("EA").holding("12"));

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(line(status).quantities()).containsEntry(Quantity.SHIPPED, new BigDecimal("1"));
        assertThat(status.exceptions()).containsExactly(OrderException.Type.UNIT_MISMATCH);
    }

    @Test
    void shouldLeaveARowOutAndSayItWhereTwoTablesDisagree() {
        // Given
        OrderStory story = cases("12");
        shipped(story, aLine("1").in("EA").where("CS", "10").holding("12"));

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(line(status).quantities()).containsEntry(Quantity.SHIPPED, BigDecimal.ZERO);
        assertThat(status.exceptions()).containsExactly(OrderException.Type.UNIT_MISMATCH);
    }

    /** R33: an article sold in cases and in eaches is two lines, factors or not. */
    @Test
    void shouldKeepTheCaseLineAndTheEachLineApart() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5").acceptedInErpAs("SO-1").shipment("S-1", SHIPPED);
        story.crmLine(aLine("1")
                        .of("A-100")
                        .in("EA")
                        .where("EA", "1")
                        .where("CS", "12")
                        .holding("12"))
                .crmLine(aLine("2")
                        .of("A-100")
                        .in("CS")
                        .where("EA", "1")
                        .where("CS", "12")
                        .holding("2"))
                .holding("S-1", aLine("9").of("A-100").in("CS").holding("2"));

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(status.lines())
                .extracting(line -> line.quantities().get(Quantity.SHIPPED))
                .containsExactly(BigDecimal.ZERO, new BigDecimal("2"));
    }
}
