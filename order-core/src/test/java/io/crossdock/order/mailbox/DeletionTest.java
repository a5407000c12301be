package io.crossdock.order.mailbox;

import static io.crossdock.order.mailbox.Facts.TYPES;
import static io.crossdock.order.mailbox.Facts.at;
import static io.crossdock.order.mailbox.Facts.deletion;
import static io.crossdock.order.mailbox.Facts.document;
import static io.crossdock.order.mailbox.Facts.id;
import static io.crossdock.order.mailbox.Facts.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R1 to R4: what a deletion takes back, and what comes of versions that arrive after it. */
class DeletionTest {

    private static final Identifier S77 = id("wms:shipment:S-77");

    private final Mailbox mailbox = Mailbox.empty(S77, TYPES);

    /** R1: the deletion stands between the two. */
    @Test
    void shouldStayDeletedUntilANewerVersionThanTheDeletionArrives() {
        // Given
        say(line(S77, "1", 5, 3));
        say(deletion(S77, "line-1", 9, Op.RETRACT));

        // When
        Step again = say(line(S77, "1", 5, 3));
        Step between = say(line(S77, "1", 7, 4));
        boolean stillGone = mailbox.effective().isEmpty();
        Step newer = say(line(S77, "1", 11, 6));

        // Then
        assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(again.rowChanges()).isEmpty();
        assertThat(between.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(stillGone).isTrue();
        assertThat(newer.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(newer.tie()).isFalse();
        assertThat(mailbox.effective()).hasSize(1);
    }

    /** R2: deleted goes before said. */
    @Test
    void shouldStayDeletedAndSaySoWhenTheRowSaysSomethingInTheSameVersion() {
        // Given
        say(deletion(S77, "line-1", 9, Op.RETRACT));

        // When
        Step same = say(line(S77, "1", 9, 3));
        Step older = say(line(S77, "1", 8, 3));

        // Then
        assertThat(same.tie()).isTrue();
        assertThat(older.tie()).isFalse();
        assertThat(mailbox.effective()).isEmpty();
    }

    /** R1. */
    @Test
    void shouldKeepTheNewestDeletionWhicheverArrivesLast() {
        // Given
        Fact deletion = deletion(S77, "line-1", 9, Op.RETRACT_UNLESS_FINAL);
        say(line(S77, "1", 5, 3));

        // When
        Step first = say(deletion);
        Step again = say(deletion);
        Step older = say(deletion(S77, "line-1", 7, Op.RETRACT));
        Step newer = say(deletion(S77, "line-1", 11, Op.RETRACT_UNLESS_FINAL));

        // Then
        assertThat(first.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(again.rowChanges()).isEmpty();
        assertThat(older.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(older.rowChanges()).isEmpty();
        assertThat(newer.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(newer.rowChanges()).hasSize(1);
        assertThat(List.of(first, again, older, newer)).noneMatch(Step::tie);
    }

    /** R2. */
    @Test
    void shouldSayWhenADeletionHasTheVersionOfSomethingElse() {
        // Given
        say(line(S77, "1", 5, 3));

        // When
        Step ofTheRow = say(deletion(S77, "line-1", 5, Op.RETRACT_UNLESS_FINAL));
        Step ofAnotherDeletion = say(deletion(S77, "line-1", 5, Op.RETRACT));
        Step newer = say(deletion(S77, "line-1", 6, Op.RETRACT_UNLESS_FINAL));
        Step asNew = say(deletion(S77, "line-1", 6, Op.RETRACT));

        // Then
        assertThat(ofTheRow.tie()).isTrue();
        assertThat(ofTheRow.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(ofAnotherDeletion.tie()).isTrue();
        assertThat(ofAnotherDeletion.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(newer.tie()).isFalse();
        assertThat(asNew.tie()).as("of the deletion before").isTrue();
    }

    /** R3, R4: what was housekeeping after all leaves the row as it was, with the first stamp that ever came. */
    @Test
    void shouldKeepTheFirstReachedStampThatArrivesAfterTheDeletion() {
        // Given
        say(line(S77, "1", 5, 3));
        say(deletion(S77, "line-1", 7, Op.RETRACT_UNLESS_FINAL));

        // When
        Step late = say(line(S77, "1", 2, 3));
        boolean stillGone = mailbox.effective().isEmpty();
        say(document(S77, 8, DocumentState.DELIVERED));

        // Then
        assertThat(late.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(stillGone).isTrue();
        assertThat(mailbox.effective())
                .filteredOn(fact -> fact.key().entity().equals("line-1"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.version().position()).isEqualTo(5);
                    assertThat(fact.reached())
                            .extractingByKey(Milestone.ALLOCATED)
                            .satisfies(
                                    reached -> assertThat(reached.occurredAt()).isEqualTo(at(2)));
                });
    }

    /** R4, R97: what is held as a mass deletion is only what would take something back. */
    @Test
    void shouldTakeBackOnlyWhatStandsAndIsOlderThanTheDeletion() {
        // Given
        Fact newer = deletion(S77, "line-1", 6, Op.RETRACT);

        // When
        boolean ofNothing = mailbox.wouldTakeBack(newer);
        say(line(S77, "1", 5, 3));
        boolean ofAnOlder = mailbox.wouldTakeBack(newer);
        boolean ofANewer = mailbox.wouldTakeBack(deletion(S77, "line-1", 4, Op.RETRACT));
        say(newer);
        boolean again = mailbox.wouldTakeBack(deletion(S77, "line-1", 7, Op.RETRACT));

        // Then
        assertThat(ofNothing).isFalse();
        assertThat(ofAnOlder).isTrue();
        assertThat(ofANewer).isFalse();
        assertThat(again).as("of what is gone").isFalse();
    }

    /** R4, R97. */
    @Test
    void shouldNotTakeBackARowOfAFinishedDocumentByHousekeeping() {
        // Given
        Fact housekeeping = deletion(S77, "line-1", 6, Op.RETRACT_UNLESS_FINAL);
        say(line(S77, "1", 5, 3));

        // When
        boolean before = mailbox.wouldTakeBack(housekeeping);
        say(document(S77, 7, DocumentState.DELIVERED));
        boolean afterwards = mailbox.wouldTakeBack(housekeeping);

        // Then
        assertThat(before).isTrue();
        assertThat(afterwards).isFalse();
        assertThat(mailbox.wouldTakeBack(deletion(S77, "line-1", 6, Op.RETRACT)))
                .isTrue();
    }

    private Step say(Fact fact) {
        return mailbox.apply(new Message.Home(fact));
    }
}
