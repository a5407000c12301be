package io.crossdock.order.mailbox;

import static io.crossdock.order.mailbox.Facts.TYPES;
import static io.crossdock.order.mailbox.Facts.alias;
import static io.crossdock.order.mailbox.Facts.id;
import static io.crossdock.order.mailbox.Facts.line;
import static io.crossdock.order.mailbox.Facts.partOf;
import static io.crossdock.order.mailbox.Facts.sameAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one step writes beside its rows, and what a mailbox remembers of what it told and heard. */
class MailboxWritesTest {

    private static final Identifier S77 = id("wms:shipment:S-77");
    private static final Identifier S78 = id("wms:shipment:S-78");
    private static final Identifier W9 = id("wms:order:W-9");
    private static final Identifier SO1 = id("erp:sales-order:SO-1");
    private static final Identifier C5 = id("crm:order:C-5");
    private static final Fact LINE = line(S77, "1", 1, 5);

    private final Mailbox order = Mailbox.empty(SO1, TYPES);

    @Test
    void shouldWriteNoCounterWhenRowsGoAndNobodyWasTold() {
        // Given
        tells(S77, 1, LINE);

        // When
        Step gone = takesBack(S77, 2, LINE);

        // Then
        assertThat(gone.rowChanges()).containsExactly(new RowChange(LINE.key(), S77.toString(), null));
        assertThat(gone.headToWrite()).isNull();
        assertThat(gone.ceasedToBeTopmost()).isTrue();
    }

    /** Nothing is too large for a message, because there are several. */
    @Test
    void shouldHandAWideDocumentOverInMessagesOfBoundedSizeThatTellEachRowOnce() {
        // Given: a shipment of 450 lines whose order is not known yet
        int lines = 450;
        Mailbox shipment = Mailbox.empty(S77, TYPES);
        IntStream.rangeClosed(1, lines)
                .forEach(number -> shipment.apply(new Message.Home(line(S77, String.valueOf(number), number, 1))));

        // When
        List<Message.Rows> told =
                shipment.apply(new Message.Home(alias(S77, "header", lines + 1, partOf(S77, SO1)))).outgoing().stream()
                        .map(Outgoing::message)
                        .map(Message.Rows.class::cast)
                        .toList();

        // Then
        assertThat(told).hasSize(3);
        assertThat(told).allSatisfy(rows -> assertThat(rows.facts()).hasSizeLessThanOrEqualTo(200));
        assertThat(told.stream().mapToInt(rows -> rows.facts().size()).sum()).isEqualTo(lines + 1);
    }

    @Test
    void shouldWriteItsCounterWhenARowThatCarriedItGoes() {
        // Given: two shipments hold one row, so that nothing changes above when one of them lets it go
        order.apply(new Message.Home(alias(SO1, "header", 1, sameAs(SO1, C5, Link.Rule.EXPLICIT))));
        Step told = tells(S77, 1, LINE);
        Step toldAgain = tells(S78, 1, LINE);

        // When
        Step gone = takesBack(S77, 2, LINE);
        tells(S77, 3, LINE);
        Step goneAgain = takesBack(S77, 4, LINE);

        // Then
        assertThat(told.outgoing()).hasSize(1);
        assertThat(told.headToWrite()).as("the row carries it").isNull();
        assertThat(toldAgain.outgoing()).isEmpty();
        assertThat(gone.outgoing()).isEmpty();
        assertThat(gone.headToWrite()).isEqualTo(new Head(2, Map.of()));
        assertThat(goneAgain.headToWrite()).as("written before").isNull();
        assertThat(order.seq()).isEqualTo(2);
    }

    @Test
    void shouldRememberHowFarAChildHadToldWhenItLeft() {
        // Given
        tells(S77, 4, LINE);

        // When
        Step left = order.apply(new Message.Drop(S77, 5));
        Step late = tells(S77, 3, LINE);

        // Then
        assertThat(order.floors()).containsExactly(Map.entry(S77, 5L));
        assertThat(left.headToWrite()).isEqualTo(new Head(0, Map.of(S77, 5L)));
        assertThat(late.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(order.effective()).isEmpty();
    }

    @Test
    void shouldRememberWhichNamesItTiedToEachOther() {
        // Given
        Mailbox warehouseOrder = Mailbox.empty(W9, TYPES);

        // When
        warehouseOrder.apply(new Message.Home(
                alias(W9, "header", 1, sameAs(W9, SO1, Link.Rule.EXPLICIT), sameAs(W9, C5, Link.Rule.EXPLICIT))));

        // Then
        assertThat(warehouseOrder.derivedLinks().values()).containsExactly(sameAs(SO1, C5, Link.Rule.MATCHED));
    }

    private Step tells(Identifier child, long seq, Fact fact) {
        return order.apply(new Message.Rows(child, seq, List.of(fact), List.of(), false));
    }

    private Step takesBack(Identifier child, long seq, Fact fact) {
        return order.apply(new Message.Rows(child, seq, List.of(), List.of(fact.key()), false));
    }
}
