package io.crossdock.order.mailbox;

import static io.crossdock.order.mailbox.Facts.document;
import static io.crossdock.order.mailbox.Facts.id;
import static io.crossdock.order.mailbox.Facts.line;
import static io.crossdock.order.mailbox.Facts.partOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R25: a value that more identifiers name than one thing can have names nothing. */
class OverloadTest {

    private static final Identifier SO1 = id("erp:sales-order:SO-1");
    private static final Identifier C5 = id("crm:order:C-5");
    private static final IdentifierTypes TWO_CHILDREN = Facts.types(Map.of(), Map.of("erp:sales-order", 2));

    private final Mailbox order = Mailbox.empty(SO1, TWO_CHILDREN);

    @Test
    void shouldHearAsManyChildrenAsAreAllowed() {
        // When
        tells("S-1", 1);
        tells("S-2", 1);

        // Then
        assertThat(order.overloaded()).isNull();
        assertThat(order.effective()).hasSize(2);
    }

    @Test
    void shouldHearNoChildWhenThereIsOneTooMany() {
        // Given
        order.apply(new Message.Home(line(SO1, "10", 1, 0)));
        tells("S-1", 1);
        tells("S-2", 1);

        // When
        Step third = tells("S-3", 1);

        // Then
        assertThat(order.overloaded()).isEqualTo(new Overload(3, 2));
        assertThat(order.effective())
                .singleElement()
                .satisfies(fact -> assertThat(fact.home()).isEqualTo(SO1));
        assertThat(third.changed()).hasSize(2);
        assertThat(third.ceasedToBeTopmost()).isFalse();
    }

    @Test
    void shouldBeNoOrderWhenItHasNoRecordOfItsOwn() {
        // Given
        tells("S-1", 1);
        tells("S-2", 1);

        // When
        Step third = tells("S-3", 1);

        // Then
        assertThat(third.ceasedToBeTopmost()).isTrue();
        assertThat(order.effective()).isEmpty();
    }

    @Test
    void shouldHearThemAgainWhenEnoughHaveLeft() {
        // Given
        tells("S-1", 1);
        tells("S-2", 1);
        tells("S-3", 1);

        // When
        Step left = order.apply(new Message.Drop(shipment("S-1"), 2));

        // Then
        assertThat(order.overloaded()).isNull();
        assertThat(left.changed()).hasSize(2);
        assertThat(order.effective()).extracting(Fact::home).containsExactly(shipment("S-2"), shipment("S-3"));
    }

    @Test
    void shouldTakeBackWhatItToldItsParent() {
        // Given
        order.apply(new Message.Home(Facts.alias(SO1, "order", 1, Facts.sameAs(SO1, C5))));
        tells("S-1", 1);
        tells("S-2", 1);

        // When
        Step third = tells("S-3", 1);

        // Then
        assertThat(third.outgoing()).singleElement().satisfies(outgoing -> {
            assertThat(outgoing.to()).isEqualTo(C5);
            assertThat(((Message.Rows) outgoing.message()).removed()).hasSize(2);
        });
    }

    private Step tells(String shipment, long seq) {
        Fact fact = document(shipment(shipment), seq, DocumentState.SHIPPED, partOf(shipment(shipment), SO1));
        return order.apply(new Message.Rows(shipment(shipment), seq, List.of(fact), List.of(), true));
    }

    private static Identifier shipment(String value) {
        return id("wms:shipment:" + value);
    }
}
