package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.Line.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R55: kits of which a figure is missing or nothing. */
class KitsTest {

    private static final String A = "erp:sales-order:SO-1/11";

    /** Kits of two A and some B each, shipped by their components. */
    private static OrderStory kits(@Nullable String kits, @Nullable String unitsOfB) {
        OrderStory story = OrderStory.anOrder("C-5").acceptedInErpAs("SO-1");
        return story.crmLine(aLine("1").of("KIT").as(Kind.KIT).holding(kits))
                .erpLine(aLine("10")
                        .naming(story.crm, "1")
                        .of("KIT")
                        .as(Kind.KIT)
                        .holding(kits))
                .erpLine(aLine("11").of("A").componentOf("10").holding("10"))
                .erpLine(aLine("12").of("B").componentOf("10").holding(unitsOfB))
                .shipment("S-1", SHIPPED);
    }

    private static OrderStory ship(OrderStory story, String erpLine, String units) {
        return story.holding("S-1", aLine(erpLine).naming(story.erp(), erpLine).holding(units));
    }

    private static BigDecimal shipped(OrderStory story, String line) {
        return story.status().lines().stream()
                .filter(one -> one.line().equals(line))
                .map(one -> one.quantities().getOrDefault(Quantity.SHIPPED, new BigDecimal("-1")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldLeaveOutAComponentOfWhichNoneIsOrdered() {
        assertThat(shipped(ship(kits("5", "0"), "11", "6"), "1")).isEqualTo("3");
    }

    @Test
    void shouldMakeNoKitsWhileTheQuantityOfAComponentIsUnknown() {
        // Given
        OrderStory story = ship(ship(kits("5", null), "11", "10"), "12", "5");

        // Then
        assertThat(shipped(story, "1")).isEqualTo("0");
        assertThat(shipped(story, A)).isEqualTo("10");
        assertThat(story.status().complete()).isFalse();
    }

    @Test
    void shouldMakeNoKitsWhileTheQuantityOfTheKitIsUnknown() {
        // Given
        OrderStory story = ship(ship(kits(null, "5"), "11", "10"), "12", "5");

        // Then
        assertThat(shipped(story, "1")).isEqualTo("0");
        assertThat(shipped(story, A)).isEqualTo("10");
    }

    @Test
    void shouldGiveComponentsNoShareOfKitsOfWhichNoneIsOrdered() {
        // Given: the warehouse counts the kit
        OrderStory story = ship(ship(kits("0", "5"), "11", "4"), "10", "1");

        // Then
        assertThat(shipped(story, A)).isEqualTo("4");
    }
}
