package io.crossdock.order.mailbox;

import static io.crossdock.order.mailbox.Facts.TYPES;
import static io.crossdock.order.mailbox.Facts.alias;
import static io.crossdock.order.mailbox.Facts.at;
import static io.crossdock.order.mailbox.Facts.deletion;
import static io.crossdock.order.mailbox.Facts.document;
import static io.crossdock.order.mailbox.Facts.id;
import static io.crossdock.order.mailbox.Facts.landedAt;
import static io.crossdock.order.mailbox.Facts.line;
import static io.crossdock.order.mailbox.Facts.sameAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.SourceVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mailbox makes of the versions of one row. */
class SupersessionTest {

    private static final Identifier S77 = id("wms:shipment:S-77");
    private static final Identifier SO1 = id("erp:sales-order:SO-1");

    private final Mailbox mailbox = Mailbox.empty(S77, TYPES);

    @Test
    void shouldKeepTheNewestVersionWhicheverArrivesLast() {
        // When
        Step newest = say(line(S77, "1", 2, 3));
        Step older = say(line(S77, "1", 1, 9));

        // Then
        assertThat(newest.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(older.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(standing().version().position()).isEqualTo(2);
    }

    @Test
    void shouldKeepTheFirstReachedStampWhenTheVersionThatReachedItArrivesSuperseded() {
        // Given
        say(document(S77, 5, DocumentState.SHIPPED));

        // When
        Step late = say(document(S77, 3, DocumentState.SHIPPED));

        // Then
        assertThat(late.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(late.changed()).hasSize(1);
        assertThat(standing().version().position()).isEqualTo(5);
        assertThat(standing().reached().get(Milestone.SHIPPED))
                .isNotNull()
                .satisfies(reached -> assertThat(reached.occurredAt()).isEqualTo(at(3)));
    }

    @Test
    void shouldWriteNothingWhenARecordIsRedelivered() {
        // Given
        Fact fact = document(S77, 5, DocumentState.SHIPPED);
        say(fact);

        // When
        Step again = say(landedAt(fact, fact.landedAt().plusSeconds(60), "raw-0@99"));

        // Then
        assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(again.tie()).isFalse();
        assertThat(again.rowChanges()).isEmpty();
        assertThat(again.changed()).isEmpty();
    }

    @Test
    void shouldDecideByContentAndFlagItWhenVersionsAreEqual() {
        // Given
        Fact one = line(S77, "1", 1, 3);
        Fact other = line(S77, "1", 1, 4);
        Mailbox reversed = Mailbox.empty(S77, TYPES);

        // When
        say(one);
        Step second = say(other);
        reversed.apply(new Message.Home(other));
        Step secondReversed = reversed.apply(new Message.Home(one));

        // Then
        assertThat(second.tie()).isTrue();
        assertThat(secondReversed.tie()).isTrue();
        assertThat(List.of(second.outcome(), secondReversed.outcome()))
                .containsExactlyInAnyOrder(Outcome.APPLIED, Outcome.SUPERSEDED);
        assertThat(reversed.effective())
                .singleElement()
                .satisfies(fact -> assertThat(fact.saysTheSameAs(standing())).isTrue());
    }

    @Test
    void shouldRemoveTheFactWhenItsRowIsDeleted() {
        // Given
        say(line(S77, "1", 1, 3));

        // When
        Step deleted = say(deletion(S77, "line-1", 2, Op.RETRACT_UNLESS_FINAL));

        // Then
        assertThat(deleted.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(deleted.changed()).hasSize(1);
        assertThat(deleted.ceasedToBeTopmost()).isTrue();
        assertThat(mailbox.effective()).isEmpty();
    }

    @Test
    void shouldTreatADeletionAsHousekeepingWhenTheDocumentTurnsOutToBeFinal() {
        // Given
        say(line(S77, "1", 1, 3));
        say(deletion(S77, "line-1", 9, Op.RETRACT_UNLESS_FINAL));
        say(deletion(S77, "header", 9, Op.RETRACT_UNLESS_FINAL));

        // When
        Step header = say(document(S77, 8, DocumentState.DELIVERED));

        // Then
        assertThat(header.changed()).hasSize(2);
        assertThat(mailbox.effective()).hasSize(2);
    }

    @Test
    void shouldRemoveAFinalDocumentWhenItsRowIsRetractedForGood() {
        // Given
        say(document(S77, 8, DocumentState.DELIVERED));

        // When
        say(deletion(S77, "header", 9, Op.RETRACT));

        // Then
        assertThat(mailbox.effective()).isEmpty();
    }

    @Test
    void shouldStandAgainWhenARowIsInsertedAgainAfterItsDeletion() {
        // Given
        say(line(S77, "1", 1, 3));
        say(deletion(S77, "line-1", 2, Op.RETRACT));

        // When
        Step again = say(line(S77, "1", 3, 4));

        // Then
        assertThat(again.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(again.becameTopmost()).isTrue();
        assertThat(standing().reached().get(Milestone.ALLOCATED))
                .isNotNull()
                .satisfies(reached -> assertThat(reached.version().position()).isEqualTo(1));
    }

    @Test
    void shouldPreferAReferenceToAnEchoAndTheNewestOfOneSourceWhenOneParentIsAllowed() {
        // Given
        Identifier c1 = id("crm:order:C-1");
        Identifier c2 = id("crm:order:C-2");
        Identifier c3 = id("crm:order:C-3");
        Mailbox order = Mailbox.empty(SO1, TYPES);

        // When
        order.apply(new Message.Home(alias(SO1, "echo", 9, sameAs(SO1, c1, Link.Rule.ECHO))));
        order.apply(new Message.Home(alias(SO1, "header", 2, sameAs(SO1, c3))));
        order.apply(new Message.Home(alias(SO1, "reference", 1, sameAs(SO1, c2))));

        // Then
        assertThat(order.parents()).containsExactly(c3);
    }

    /** R95. */
    @Test
    void shouldTakeTheWordOfARestoredSourceAlthoughItsPositionsWentBack() {
        // Given
        say(ofEpoch(1, 900, 3));

        // When
        Step restored = say(ofEpoch(2, 7, 4));

        // Then
        assertThat(restored.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(standing().version()).isEqualTo(new SourceVersion(2, 7, 1));
    }

    /** R95. */
    @Test
    void shouldSupersedeARecordOfTheOldEpochThatComesLate() {
        // Given
        say(ofEpoch(2, 7, 4));

        // When
        Step late = say(ofEpoch(1, 900, 3));
        Step lateDeletion =
                say(Facts.withVersion(deletion(S77, "line-1", 901, Op.RETRACT), new SourceVersion(1, 901, 1)));

        // Then
        assertThat(late.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(lateDeletion.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(standing().version().epoch()).isEqualTo(2);
        assertThat(standing().reached().get(Milestone.ALLOCATED))
                .isNotNull()
                .satisfies(reached -> assertThat(reached.version().epoch()).isEqualTo(1));
    }

    /** R95: the parents follow the restored source too. */
    @Test
    void shouldFollowTheLinkOfTheNewEpoch() {
        // Given
        Fact old = document(S77, 900, DocumentState.SHIPPED, Facts.partOf(S77, SO1));
        Identifier other = id("erp:sales-order:SO-2");
        Fact restored = Facts.withVersion(
                document(S77, 7, DocumentState.SHIPPED, Facts.partOf(S77, other)), new SourceVersion(2, 7, 1));

        // When
        say(restored);
        say(old);

        // Then
        assertThat(mailbox.parents()).containsExactly(other);
    }

    private static Fact ofEpoch(long epoch, long position, int allocated) {
        return Facts.withVersion(line(S77, "1", position, allocated), new SourceVersion(epoch, position, 1));
    }

    private Step say(Fact fact) {
        return mailbox.apply(new Message.Home(fact));
    }

    private Fact standing() {
        assertThat(mailbox.effective()).hasSize(1);
        return mailbox.effective().iterator().next();
    }
}
