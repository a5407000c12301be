package io.crossdock.order.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of milestones, quantities and lines. */
class WordsTest {

    @ParameterizedTest
    @EnumSource
    void shouldReadAMilestoneAsItIsWritten(Milestone milestone) {
        assertThat(Milestone.of(milestone.text())).isEqualTo(milestone);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadAQuantityAsItIsWritten(Quantity quantity) {
        assertThat(Quantity.of(quantity.text())).isEqualTo(quantity);
    }

    @Test
    void shouldBeWrittenAsOthersReadThem() {
        assertThat(Milestone.FULLY_SHIPPED.text()).isEqualTo("fully-shipped");
        assertThat(Quantity.SHORT_CLOSED.text()).isEqualTo("shortClosed");
    }

    @Test
    void shouldSayWhichWordIsUnknown() {
        assertThatIllegalArgumentException().isThrownBy(() -> Milestone.of("half-shipped"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of("halfShipped"))
                .withMessageContaining("halfShipped");
    }

    @Test
    void shouldShipGoodsKitsAndComponentsOnly() {
        assertThat(Stream.of(Statement.Line.Kind.values()).filter(Statement.Line.Kind::shippable))
                .containsExactly(Statement.Line.Kind.GOODS, Statement.Line.Kind.KIT, Statement.Line.Kind.COMPONENT);
    }

    /** R37: of ten units, four are still to do. */
    @ParameterizedTest
    @EnumSource
    void shouldTurnRoundWhatRemainsOnlyWhereWorkIsCounted(Quantity quantity) {
        // Given
        EnumSet<Quantity> neverTurned = EnumSet.of(
                Quantity.ORDERED,
                Quantity.CANCELLED,
                Quantity.CANCEL_REQUESTED,
                Quantity.BACKORDERED,
                Quantity.SHORT_CLOSED);

        // When
        BigDecimal cumulative =
                quantity.countedOn(line(BigDecimal.TEN, Map.of(quantity, BigDecimal.valueOf(4)), false));
        BigDecimal remaining = quantity.countedOn(line(BigDecimal.TEN, Map.of(quantity, BigDecimal.valueOf(4)), true));

        // Then
        assertThat(cumulative).isEqualByComparingTo("4");
        assertThat(remaining).isEqualByComparingTo(neverTurned.contains(quantity) ? "4" : "6");
    }

    @Test
    void shouldTakeWhatRemainsFromTheUnitsOrderedWhenTheLineHasNoQuantity() {
        // Given
        Map<Quantity, BigDecimal> counters =
                Map.of(Quantity.SHIPPED, BigDecimal.valueOf(3), Quantity.ORDERED, BigDecimal.valueOf(8));

        // Then
        assertThat(Quantity.SHIPPED.countedOn(line(null, counters, true))).isEqualByComparingTo("5");
    }

    @Test
    void shouldNotKnowWhatIsDoneWhenOnlyWhatRemainsIsKnown() {
        // Given
        Map<Quantity, BigDecimal> counters = Map.of(Quantity.SHIPPED, BigDecimal.valueOf(3));

        // Then
        assertThat(Quantity.SHIPPED.countedOn(line(null, counters, true))).isNull();
        assertThat(Quantity.PICKED.countedOn(line(BigDecimal.TEN, counters, true)))
                .isNull();
    }

    @Test
    void shouldHaveDoneNothingWhenMoreRemainsThanTheLineHolds() {
        // Given
        Map<Quantity, BigDecimal> counters = Map.of(Quantity.SHIPPED, BigDecimal.valueOf(12));

        // Then
        assertThat(Quantity.SHIPPED.countedOn(line(BigDecimal.TEN, counters, true)))
                .isEqualByComparingTo("0");
    }

    private static Statement.Line line(
            @Nullable BigDecimal quantity, Map<Quantity, BigDecimal> counters, boolean remaining) {
        return new Statement.Line(
                "1",
                null,
                null,
                "SKU-1",
                "EA",
                Map.of(),
                Statement.Line.Kind.GOODS,
                Statement.Line.Fulfilment.STOCK,
                null,
                null,
                quantity,
                counters,
                remaining,
                false,
                null);
    }
}
