package io.crossdock.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.order.fact.Identifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LocatorTest {

    private static final String ORDER = "erp:sales-order:SO-1";
    private static final String SHIPMENT = "wms-east:shipment:S-7";
    private static final Held<Rung> NOBODY = new Held<>(new Rung(false, new TreeSet<>()), false);

    private final Map<String, Held<Rung>> rungs = new HashMap<>();
    private final Locator locator = new Locator(
            self -> rungs.getOrDefault(self.toString(), NOBODY), List.of("erp:sales-order", "wms-east:shipment"));

    @Test
    void shouldClimbToTheTopmostMailbox() {
        // Given
        says(SHIPMENT, false, ORDER);
        says(ORDER, false);

        // Then
        assertThat(locator.locate("S-7")).isEqualTo(new Held<>(new Located.One(Identifier.parse(ORDER)), false));
    }

    @Test
    void shouldSayThatACopyShowedTheWay() {
        // Given
        says(SHIPMENT, true, ORDER);
        says(ORDER, false);

        // Then
        assertThat(locator.locate(SHIPMENT)).isEqualTo(new Held<>(new Located.One(Identifier.parse(ORDER)), true));
    }

    @Test
    void shouldSayThatACopyKnewNothing() {
        // Given
        rungs.put(SHIPMENT, new Held<>(new Rung(false, new TreeSet<>()), true));

        // Then
        assertThat(locator.locate("S-7")).isEqualTo(new Held<>(new Located.Unknown(), true));
    }

    @Test
    void shouldShowEveryOrderOfADocument() {
        // Given
        says(SHIPMENT, false, ORDER, "erp:sales-order:SO-2");
        says(ORDER, false);
        says("erp:sales-order:SO-2", false);

        // Then
        assertThat(locator.locate("S-7").value())
                .isEqualTo(new Located.Several(
                        List.of(Identifier.parse(ORDER), Identifier.parse("erp:sales-order:SO-2"))));
    }

    @Test
    void shouldNotTakeWhoDoesNotAnswerForEmpty() {
        // Given
        Locator blind = new Locator(
                self -> {
                    throw new NotReadyException("gone");
                },
                List.of("erp:sales-order"));

        // Then
        assertThatThrownBy(() -> blind.locate("SO-1")).isInstanceOf(NotReadyException.class);
    }

    private void says(String mailbox, boolean stale, String... parents) {
        TreeSet<Identifier> above = new TreeSet<>();
        for (String parent : parents) {
            above.add(Identifier.parse(parent));
        }
        rungs.put(mailbox, new Held<>(new Rung(true, above), stale));
    }
}
