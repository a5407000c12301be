package io.crossdock.order.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names a thing, and which name is higher. */
class IdentifierTest {

    private static final IdentifierTypes TYPES =
            IdentifierTypes.ranked(Map.of("wms-east:shipment", 5, "*:tracking", 3, "erp:sales-order", 20), 20);

    @Test
    void shouldBeWrittenAsItIsRead() {
        // When
        Identifier shipment = Identifier.parse("wms-east:shipment:S:77");

        // Then
        assertThat(shipment).isEqualTo(new Identifier("wms-east", "shipment", "S:77"));
        assertThat(shipment).hasToString("wms-east:shipment:S:77");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wms-east", "wms-east:shipment", "wms-east:shipment:", ":shipment:S-77", "wms-east::S-77", ""})
    void shouldNameNothingWhenAPartIsMissing(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifier.parse(text))
                .withMessageContaining("connection")
                .withMessageContaining(text);
    }

    @Test
    void shouldNameNothingWhenConnectionOrTypeHoldAColon() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Identifier("wms:east", "shipment", "S-77"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Identifier(":wms", "shipment", "S-77"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Identifier("wms", "ship:ment", "S-77"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Identifier("wms", ":shipment", "S-77"));
    }

    @Test
    void shouldBeListedByConnectionThenTypeThenValue() {
        assertThat(Stream.of("wms:order:A", "erp:sales-order:B", "erp:sales-order:A", "erp:invoice:C")
                        .map(Identifier::parse)
                        .sorted()
                        .map(Identifier::toString))
                .containsExactly("erp:invoice:C", "erp:sales-order:A", "erp:sales-order:B", "wms:order:A");
    }

    @Test
    void shouldBeOursOnlyWhenWeGaveIt() {
        assertThat(Identifier.parse("crossdock:order:ord_1").isOurs()).isTrue();
        assertThat(Identifier.parse("erp:sales-order:SO-1").isOurs()).isFalse();
    }

    @Test
    void shouldStandBelowWhatIsCloserToTheCustomer() {
        // Given
        Identifier shipment = Identifier.parse("wms-east:shipment:S-77");
        Identifier order = Identifier.parse("erp:sales-order:SO-1");

        // Then
        assertThat(TYPES.isBelow(shipment, order)).isTrue();
        assertThat(TYPES.isBelow(order, shipment)).isFalse();
        assertThat(TYPES.isBelow(order, order)).as("itself").isFalse();
        assertThat(TYPES.namesAnOrder(order)).isTrue();
        assertThat(TYPES.namesAnOrder(shipment)).isFalse();
    }

    @Test
    void shouldBeOfTheTypeOfItsConnectionElseOfEveryonesElseOfNone() {
        // Given
        IdentifierTypes types = new IdentifierTypes(
                Map.of("*:tracking", IdentifierType.ofRank(3), "ups:tracking", IdentifierType.ofRank(4)), 20);

        // Then
        assertThat(types.of(Identifier.parse("ups:tracking:1Z9")).rank()).isEqualTo(4);
        assertThat(types.of(Identifier.parse("dhl:tracking:JJD1")).rank()).isEqualTo(3);
        assertThat(types.of(Identifier.parse("dhl:label:1"))).isEqualTo(new IdentifierType(0, 0, 0, null));
    }
}
