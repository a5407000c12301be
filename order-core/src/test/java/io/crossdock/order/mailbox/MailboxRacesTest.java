package io.crossdock.order.mailbox;

import static io.crossdock.order.mailbox.Facts.TYPES;
import static io.crossdock.order.mailbox.Facts.alias;
import static io.crossdock.order.mailbox.Facts.deletion;
import static io.crossdock.order.mailbox.Facts.document;
import static io.crossdock.order.mailbox.Facts.id;
import static io.crossdock.order.mailbox.Facts.line;
import static io.crossdock.order.mailbox.Facts.partOf;
import static io.crossdock.order.mailbox.Facts.sameAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.link.DerivedLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The races between mailboxes, one by one, each with the messages in the order that used to hurt. */
class MailboxRacesTest {

    private static final Identifier S77 = id("wms:shipment:S-77");
    private static final Identifier W9 = id("wms:order:W-9");
    private static final Identifier SO1 = id("erp:sales-order:SO-1");
    private static final Identifier SO2 = id("erp:sales-order:SO-2");
    private static final Identifier C5 = id("crm:order:C-5");
    private static final Identifier TRACKING = id("ups:tracking:1Z9");

    private final TreeMap<Identifier, Mailbox> mailboxes = new TreeMap<>();

    @Test
    void shouldHandOverEverythingOnceWhenTheLinkArrivesLate() {
        // Given
        Mailbox shipment = mailbox(S77);
        Step first = say(document(S77, 1, DocumentState.PICKED));
        say(line(S77, "1", 1, 5));

        // When
        Step linked = say(document(S77, 2, DocumentState.SHIPPED, partOf(S77, SO1)));
        Step later = say(line(S77, "2", 1, 7));

        // Then
        assertThat(first.becameTopmost()).isTrue();
        assertThat(linked.ceasedToBeTopmost()).isTrue();
        assertThat(linked.outgoing()).hasSize(1);
        assertThat(rows(linked.outgoing().getFirst()).handOver()).isTrue();
        assertThat(rows(linked.outgoing().getFirst()).facts()).hasSize(2);
        assertThat(rows(later.outgoing().getFirst()).handOver()).isFalse();
        assertThat(rows(later.outgoing().getFirst()).facts()).hasSize(1);
        assertThat(shipment.parents()).containsExactly(SO1);
    }

    @Test
    void shouldPassAFactOnWhenTheParentGainedAParentMeanwhile() {
        // Given
        List<Outgoing> late =
                say(document(S77, 1, DocumentState.SHIPPED, partOf(S77, SO1))).outgoing();
        say(alias(SO1, "order", 1, sameAs(SO1, C5)));

        // When
        Step atOrder = deliver(late).getFirst();

        // Then
        assertThat(atOrder.outgoing()).hasSize(1);
        assertThat(atOrder.outgoing().getFirst().to()).isEqualTo(C5);
    }

    @Test
    void shouldTakeBackFromTheOldParentAloneWhenADocumentMoves() {
        // Given
        drain(say(document(S77, 1, DocumentState.SHIPPED, partOf(S77, SO1))));
        drain(say(alias(SO1, "order", 1, sameAs(SO1, C5))));

        // When
        drain(say(document(S77, 2, DocumentState.SHIPPED, partOf(S77, SO2))));

        // Then
        assertThat(keys(SO1)).containsExactly("erp|order|sales-order-SO-1");
        assertThat(keys(C5)).containsExactly("erp|order|sales-order-SO-1");
        assertThat(keys(SO2)).containsExactly("wms|header|shipment-S-77");
    }

    @Test
    void shouldKeepWhatAnotherChildSaysWhenTheWinnersChildLeaves() {
        // Given
        Fact older = document(S77, 1, DocumentState.PICKED);
        Fact newer = document(S77, 2, DocumentState.SHIPPED);
        Mailbox order = mailbox(SO1);
        order.apply(new Message.Rows(W9, 1, List.of(older), List.of(), true));
        order.apply(new Message.Rows(S77, 1, List.of(newer), List.of(), true));

        // When
        Step dropped = order.apply(new Message.Drop(S77, 2));

        // Then
        assertThat(dropped.changed()).containsExactly(newer.key());
        assertThat(order.effective())
                .singleElement()
                .satisfies(fact -> assertThat(fact.saysTheSameAs(older)).isTrue());
    }

    @Test
    void shouldGiveEverythingToASecondParentWhenItsLinkArrivesLater() {
        // Given
        drain(say(document(S77, 1, DocumentState.SHIPPED, partOf(S77, SO1))));

        // When
        drain(say(document(S77, 2, DocumentState.SHIPPED, partOf(S77, SO1), partOf(S77, SO2))));

        // Then
        assertThat(keys(SO1)).isEqualTo(keys(SO2)).hasSize(1);
    }

    @Test
    void shouldIgnoreOldRowsWhenTheyComeAfterTheChildLeftAndReturned() {
        // Given
        Mailbox order = mailbox(SO1);
        Fact old = line(S77, "1", 1, 5);
        Fact now = document(S77, 3, DocumentState.SHIPPED);
        order.apply(new Message.Drop(S77, 2));
        order.apply(new Message.Rows(S77, 3, List.of(now), List.of(), true));

        // When
        Step late = order.apply(new Message.Rows(S77, 1, List.of(old), List.of(), true));
        Step again = order.apply(new Message.Drop(S77, 2));

        // Then
        assertThat(late.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(late.changed()).isEmpty();
        assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(order.effective()).hasSize(1);
    }

    @Test
    void shouldIgnoreOlderRowsWhenNewerOnesAboutTheSameKeyAreKnown() {
        // Given
        Mailbox order = mailbox(SO1);
        Fact now = line(S77, "1", 2, 0);
        order.apply(new Message.Rows(S77, 2, List.of(now), List.of(), false));

        // When
        Step late = order.apply(new Message.Rows(S77, 1, List.of(), List.of(now.key()), false));

        // Then
        assertThat(late.rowChanges()).isEmpty();
        assertThat(order.effective()).containsExactly(now);
    }

    @Test
    void shouldRememberTheFloorWhenNoRowIsLeftToCarryIt() {
        // Given
        Mailbox order = mailbox(SO1);
        order.apply(new Message.Rows(S77, 1, List.of(line(S77, "1", 1, 5)), List.of(), true));

        // When
        Step dropped = order.apply(new Message.Drop(S77, 2));
        Head head = Objects.requireNonNull(dropped.headToWrite());
        Mailbox restored = Mailbox.restore(SO1, TYPES, head, List.of());
        Step late = restored.apply(new Message.Rows(S77, 1, List.of(line(S77, "1", 1, 5)), List.of(), true));

        // Then
        assertThat(late.changed()).isEmpty();
        assertThat(restored.effective()).isEmpty();
    }

    @Test
    void shouldFollowTheNewestLinkWhenVersionsArriveTheWrongWayRound() {
        // Given
        drain(say(document(S77, 3, DocumentState.SHIPPED, partOf(S77, SO2))));

        // When
        Step late = say(document(S77, 2, DocumentState.SHIPPED, partOf(S77, SO1)));

        // Then
        assertThat(late.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(mailbox(S77).parents()).containsExactly(SO2);
    }

    @Test
    void shouldStayUnlinkedWhenTheRetractionArrivesBeforeTheLink() {
        // Given
        say(deletion(SO1, "order", 2, Op.RETRACT));

        // When
        Step late = say(alias(SO1, "order", 1, sameAs(SO1, C5)));

        // Then
        assertThat(late.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(mailbox(SO1).topmost()).isTrue();
        assertThat(late.outgoing()).isEmpty();
    }

    @Test
    void shouldIgnoreALinkThatPointsDownward() {
        // When
        Step step = say(alias(C5, "echo", 1, sameAs(C5, SO1)));

        // Then
        assertThat(step.parents()).isEmpty();
        assertThat(step.outgoing()).isEmpty();
    }

    @Test
    void shouldAssertAndTakeBackALinkWhenTheRowAtTheHigherOrderChanges() {
        // Given
        drain(say(line(SO1, "10", 1, 0)));

        // When
        drain(say(alias(C5, "echo", 1, sameAs(SO1, C5, Link.Rule.ECHO))));
        List<String> merged = keys(C5);
        drain(say(alias(C5, "echo", 2)));

        // Then
        assertThat(merged).containsExactly("crm|echo|order-C-5", "erp|line-10|sales-order-SO-1");
        assertThat(keys(C5)).containsExactly("crm|echo|order-C-5");
        assertThat(mailbox(SO1).topmost()).isTrue();
    }

    @Test
    void shouldHoldADerivedLinkOnceWhenTwoRowsStateIt() {
        // Given
        drain(say(alias(S77, "carton-1", 1, partOf(TRACKING, S77))));
        Step second = say(alias(S77, "carton-2", 1, partOf(TRACKING, S77)));

        // When
        Step firstGone = say(deletion(S77, "carton-1", 2, Op.RETRACT));
        Step lastGone = say(deletion(S77, "carton-2", 2, Op.RETRACT));

        // Then
        assertThat(second.outgoing()).isEmpty();
        assertThat(firstGone.outgoing()).isEmpty();
        assertThat(lastGone.outgoing())
                .singleElement()
                .satisfies(outgoing -> assertThat(outgoing.to()).isEqualTo(TRACKING));
    }

    @Test
    void shouldMergeTwoOrdersWhenOnlyAThirdKnowsThatTheyAreOne() {
        // Given
        drain(say(line(SO1, "10", 1, 0)));
        drain(say(line(C5, "1", 1, 0)));

        // When
        drain(say(alias(W9, "order", 1, sameAs(W9, SO1), sameAs(W9, C5))));
        boolean merged = mailbox(SO1).parents().contains(C5);
        drain(say(alias(W9, "order", 2, sameAs(W9, SO1))));

        // Then
        assertThat(merged).isTrue();
        assertThat(mailbox(SO1).topmost()).isTrue();
        assertThat(keys(C5)).containsExactly("crm|line-1|order-C-5");
        assertThat(keys(SO1)).contains("erp|line-10|sales-order-SO-1", "wms|order|order-W-9");
    }

    @Test
    void shouldSplitAHandOverWhenItWouldOutgrowAMessage() {
        // Given
        for (int line = 0; line < 450; line++) {
            say(line(S77, "" + line, 1, 1));
        }

        // When
        Step linked = say(document(S77, 1, DocumentState.SHIPPED, partOf(S77, SO1)));
        drain(linked);

        // Then
        assertThat(linked.outgoing())
                .extracting(outgoing -> rows(outgoing).facts().size())
                .containsExactly(200, 200, 51);
        assertThat(linked.outgoing())
                .extracting(outgoing -> rows(outgoing).seq())
                .containsExactly(1L, 2L, 3L);
        assertThat(keys(SO1)).hasSize(451);
    }

    @Test
    void shouldRefuseAFactThatIsNotAtHome() {
        // Given
        Fact fact = line(S77, "1", 1, 5);

        // Then
        assertThatThrownBy(() -> mailbox(SO1).apply(new Message.Home(fact)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wms:shipment:S-77")
                .hasMessageContaining("erp:sales-order:SO-1");
    }

    private Mailbox mailbox(Identifier self) {
        return mailboxes.computeIfAbsent(self, none -> Mailbox.empty(self, TYPES));
    }

    private Step say(Fact fact) {
        return mailbox(fact.home()).apply(new Message.Home(fact));
    }

    private List<Step> deliver(List<Outgoing> messages) {
        List<Step> steps = new ArrayList<>();
        messages.forEach(outgoing -> steps.add(mailbox(outgoing.to()).apply(outgoing.message())));
        return steps;
    }

    private void drain(Step step) {
        deliver(step.outgoing()).forEach(this::drain);
    }

    private List<String> keys(Identifier self) {
        return mailbox(self).effective().stream()
                .map(Fact::key)
                .filter(key -> !key.entity().equals(DerivedLinks.ENTITY))
                .map(FactKey::toString)
                .toList();
    }

    private static Message.Rows rows(Outgoing outgoing) {
        return (Message.Rows) outgoing.message();
    }
}
