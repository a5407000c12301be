package io.crossdock.order.publication;

import static io.crossdock.order.publication.Seen.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.status.OrderId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R150 to R152, one step at a time: what a mailbox writes, what it says of other orders, and under which version. */
class PublisherTest {

    private static final Identifier SELF = Identifier.parse("crm:order:C-1");
    private static final Identifier OTHER = Identifier.parse("crm:order:C-2");
    private static final Identifier SOMEBODY = Identifier.parse("crm:order:C-3");

    private static Publisher.Step look(Publisher publisher, Seen seen) {
        return publisher.look(seen.sight(), 1);
    }

    /** Has written its own order once, as version 1. */
    private static Publisher publishing() {
        return look(Publisher.of(SELF), Seen.order(SELF, "a")).publisher();
    }

    /** Holds the order of another root, and has said so once, as version 1. */
    private static Publisher publishingOther() {
        return look(Publisher.of(SELF), Seen.order(OTHER, "a").withFactsOf(OTHER))
                .publisher();
    }

    @Test
    void shouldWriteItsOwnOrderAndRememberIt() {
        // When
        Publisher.Step step = look(Publisher.of(SELF), Seen.order(SELF, "a"));

        // Then
        assertThat(step.version()).isEqualTo(version(1));
        assertThat(step.notices()).isEmpty();
        assertThat(step.publisher().register()).isEqualTo(new Register(version(1), SELF, true));
        assertThat(step.publisher().version()).isEqualTo(version(1));
    }

    @Test
    void shouldWriteNothingWhenTheSameStands() {
        // When
        Publisher.Step step = look(publishing(), Seen.order(SELF, "a"));

        // Then
        assertThat(step.version()).isNull();
        assertThat(step.publisher()).isEqualTo(publishing());
    }

    @Test
    void shouldGoAboveWhatItGaveWhatWasSeenAndItsEpoch() {
        assertThat(look(publishing(), Seen.order(SELF, "b")).version()).isEqualTo(version(2));
        assertThat(look(publishing(), Seen.order(SELF, "b").seenAt(7)).version())
                .isEqualTo(version(8));
        assertThat(publishing().look(Seen.order(SELF, "b").sight(), 3).version())
                .isEqualTo(new OrderVersion(3, 1));
    }

    @Test
    void shouldWriteAgainAboveATargetThatWasToldAsMuchFromElsewhere() {
        assertThat(look(publishing(), Seen.order(SELF, "a").knownElsewhere(1)).version())
                .isEqualTo(version(2));
        assertThat(look(
                                look(publishing(), Seen.order(SELF, "b")).publisher(),
                                Seen.order(SELF, "b").knownElsewhere(1))
                        .version())
                .isNull();
    }

    @Test
    void shouldStandOnlyIfTheRootsOwnWordIsTheSameOrOlder() {
        assertThat(stands(SELF, 1, SELF, true)).isTrue();
        assertThat(stands(SELF, 1, SELF, false)).isFalse();
        assertThat(stands(SELF, 1, SOMEBODY, true)).isFalse();
        assertThat(stands(SELF, 2, SELF, true)).isFalse();
        assertThat(stands(SELF, 0, SOMEBODY, true)).isTrue();
    }

    @Test
    void shouldStandBesideAnotherOrderOnlyIfThatIsOlderOrWasEndedFromHere() {
        assertThat(stands(OTHER, 0, SOMEBODY, false)).isTrue();
        assertThat(stands(OTHER, 1, SOMEBODY, false)).isFalse();
        assertThat(stands(OTHER, 2, SOMEBODY, false)).isFalse();
        assertThat(stands(OTHER, 2, SELF, false)).isTrue();
    }

    private static boolean stands(Identifier root, long seq, Identifier by, boolean shown) {
        Seen seen = Seen.order(SELF, "a").former(root, seq, by, shown, false);
        return look(publishing(), seen).version() == null;
    }

    @Test
    void shouldEndAnOrderThatHasBecomePartOfThisOneAndCountThatAsAVersion() {
        // When
        Publisher.Step step = look(publishing(), Seen.order(SELF, "a").former(OTHER, 0, OTHER, true, true));

        // Then
        assertThat(step.version()).isNull();
        assertThat(step.notices()).isEqualTo(Map.of(OTHER, new Notice.Ended(SELF, version(2), OrderId.of(SELF))));
        assertThat(step.publisher().version()).isEqualTo(version(2));
    }

    @Test
    void shouldNotEndAgainWhatItEndedOrWhatIsNoNews() {
        assertThat(look(publishing(), Seen.order(SELF, "a").former(OTHER, 0, SELF, false, true))
                        .notices())
                .isEmpty();
        assertThat(look(publishing(), Seen.order(SELF, "a").former(OTHER, 0, OTHER, true, false))
                        .notices())
                .isEmpty();
    }

    @Test
    void shouldEndAgainWhatSomebodyElseEndedOrWhatStillShowsUnderItsOwnName() {
        assertThat(look(publishing(), Seen.order(SELF, "a").former(OTHER, 0, SOMEBODY, false, true))
                        .notices())
                .containsOnlyKeys(OTHER);
        assertThat(look(publishing(), Seen.order(SELF, "a").former(OTHER, 0, SELF, true, true))
                        .notices())
                .containsOnlyKeys(OTHER);
    }

    @Test
    void shouldEndEveryFormerOrderWhenItPublishesAnother() {
        assertThat(look(Publisher.of(SELF), Seen.order(SELF, "a").former(OTHER, 0, OTHER, true, false))
                        .notices())
                .containsOnlyKeys(OTHER);
    }

    @Test
    void shouldNotEndAnOrderUnderItsOwnName() {
        assertThat(look(Publisher.of(SELF), Seen.order(SELF, "a").former(SELF, 0, OTHER, true, true))
                        .notices())
                .isEmpty();
    }

    @Test
    void shouldEndWithoutASurvivorOnlyWhatStillShows() {
        // Given: no order is left here
        Seen shown = Seen.noOrder().former(OTHER, 3, OTHER, true, true).seenAt(3);
        Seen ended = Seen.noOrder().former(OTHER, 3, OTHER, false, true).seenAt(3);
        Seen old = Seen.noOrder().former(OTHER, 3, OTHER, true, false).seenAt(3);

        // Then
        assertThat(look(Publisher.of(SELF), shown).notices())
                .isEqualTo(Map.of(OTHER, new Notice.Ended(SELF, version(4), null)));
        assertThat(look(Publisher.of(SELF), ended).notices()).isEmpty();
        assertThat(look(Publisher.of(SELF), old).notices()).isEmpty();
    }

    @Test
    void shouldTakeItsWordBackFromARootWhoseFactsHaveGone() {
        assertThat(look(publishing(), Seen.order(SELF, "a").withoutFactsOf(OTHER))
                        .notices())
                .isEqualTo(Map.of(OTHER, new Notice.Left(SELF)));
    }

    @Test
    void shouldEndTheOrderBeforeWhereItsFactsAreHereAndElseTakeItsWordBack() {
        assertThat(look(publishingOther(), Seen.order(SOMEBODY, "b").withFactsOf(OTHER))
                        .notices())
                .isEqualTo(Map.of(OTHER, new Notice.Ended(SELF, version(2), OrderId.of(SOMEBODY))));
        assertThat(look(publishingOther(), Seen.order(SOMEBODY, "b")).notices())
                .isEqualTo(Map.of(OTHER, new Notice.Left(SELF)));
        assertThat(look(publishingOther(), Seen.order(OTHER, "b")).notices()).isEmpty();
    }

    @Test
    void shouldEndItsOwnOrderWhenItHoldsAnotherOne() {
        // When
        Publisher.Step step = look(publishing(), Seen.order(OTHER, "b"));

        // Then
        assertThat(step.notices()).isEqualTo(Map.of(SELF, new Notice.Ended(SELF, version(2), OrderId.of(OTHER))));
        assertThat(step.publisher().register()).isEqualTo(new Register(version(2), SELF, false));
    }

    @Test
    void shouldEndItsRecordThatWasWrittenForAnotherMailboxWhenItsFactsComeBackAsNoOrder() {
        // Given: somebody else had its facts, and its record shows what they said
        Publisher root = Publisher.of(SELF).with(new Register(version(5), SOMEBODY, true));

        // When
        Publisher.Step step = look(root, Seen.noOrder());

        // Then
        assertThat(step.notices()).isEqualTo(Map.of(SELF, new Notice.Ended(SELF, version(6), null)));
        assertThat(step.publisher().register()).isEqualTo(new Register(version(6), SELF, false));
        assertThat(step.publisher().version()).isEqualTo(version(6));
    }

    @Test
    void shouldWriteNoRegisterForTheOrderOfAnotherRoot() {
        assertThat(publishingOther().register()).isEqualTo(Register.EMPTY);
        assertThat(look(Publisher.of(SELF), Seen.noOrder()).publisher().register())
                .isEqualTo(Register.EMPTY);
    }

    @Test
    void shouldTakeItsWordBackWhenItGetsAParent() {
        assertThat(look(publishingOther(), Seen.fromBelow()).notices()).isEqualTo(Map.of(OTHER, new Notice.Left(SELF)));
        assertThat(look(publishing(), Seen.fromBelow()).notices()).isEmpty();
        assertThat(look(publishing(), Seen.fromBelow()).publisher().shown()).isNull();
    }
}
