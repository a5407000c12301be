package io.crossdock.order.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R167 to R169: what a target's own feed says of what it was told. */
class ShownTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(60);

    private OutboxState state = OutboxState.EMPTY;

    @Test
    void shouldTakeAnEchoForTheAnswerThatWasLost() {
        // Given
        desire(1, "shipped");

        // When
        shows(1, "shipped", NOON);

        // Then: a late attempt at it may still be under way, so nothing else is sent yet
        assertThat(state.confirmedUpTo()).isEqualTo(version(1));
        assertThat(state.inFlight()).isNotNull();
    }

    @Test
    void shouldSendNothingWhenTheTargetShowsItAlready() {
        // Given: told in another life, or by hand
        desireWithoutSending(7, "shipped");
        shows(0, "shipped", NOON);

        // When
        Decision decision = desire(7, "shipped");

        // Then
        assertThat(decision.toSend()).isNull();
        assertThat(decision.confirmedUpTo()).isEqualTo(version(7));
    }

    @Test
    void shouldNotMistakeTheOldContentForTheNewWhenItComesBack() {
        // Given: shipped, then taken back and on its way, then shipped again
        desire(3, "shipped");
        answer(3, "shipped", NOON);
        desire(5, "packed");
        desire(7, "shipped");

        // When: the feed still shows what was told first, and then the second is applied
        shows(3, "shipped", NOON.plusSeconds(1));
        Decision decision = answer(5, "packed", NOON.plusSeconds(2));

        // Then
        assertThat(decision.toSend()).isEqualTo(view(7, "shipped"));
    }

    @Test
    void shouldTellNothingFromARowWithoutAVersionWhileSomethingIsInFlight() {
        // Given
        desire(3, "shipped");

        // When
        shows(0, "shipped", NOON);

        // Then
        assertThat(state.known()).isNull();
    }

    @Test
    void shouldNotBelieveARowThatIsOlderThanTheAnswer() {
        // Given
        desire(1, "packed");
        answer(1, "packed", NOON);
        desire(2, "shipped");
        answer(2, "shipped", NOON.plusSeconds(10));

        // When: an overlapping poll delivers what was there before
        shows(1, "packed", NOON.plusSeconds(9));
        shows(1, "packed", NOON.plusSeconds(10));

        // Then
        assertThat(state.drift()).isNull();
        assertThat(state.known()).isEqualTo(view(2, "shipped"));
    }

    @Test
    void shouldPutRightWhatSomebodyOverwroteAfterAGrace() {
        // Given
        told(2, "shipped");

        // When
        shows(2, "written by hand", NOON.plusSeconds(30));
        boolean early = state.isToBeRepaired(NOON.plusSeconds(89), GRACE);
        boolean due = state.isToBeRepaired(NOON.plusSeconds(90), GRACE);
        Decision overwritten = decide(new Input.Drifted());
        Decision again = desire(3, "shipped");

        // Then: told again, under a version above the one that is spent
        assertThat(early).isFalse();
        assertThat(due).isTrue();
        assertThat(overwritten.toSend()).isNull();
        assertThat(overwritten.bumpAbove()).isEqualTo(version(2));
        assertThat(again.toSend()).isEqualTo(view(3, "shipped"));
    }

    @Test
    void shouldCountTheGraceFromTheFirstRowThatShowsIt() {
        // Given
        told(2, "shipped");

        // When
        shows(2, "written by hand", NOON.plusSeconds(30));
        shows(2, "written by hand", NOON.plusSeconds(80));

        // Then
        assertThat(state.isToBeRepaired(NOON.plusSeconds(90), GRACE)).isTrue();
    }

    @Test
    void shouldForgetADriftThatIsOver() {
        // Given
        told(2, "shipped");
        shows(2, "written by hand", NOON.plusSeconds(30));

        // When
        shows(2, "shipped", NOON.plusSeconds(40));

        // Then
        assertThat(state.isToBeRepaired(NOON.plusSeconds(900), GRACE)).isFalse();
        assertThat(state.settled()).isTrue();
    }

    @Test
    void shouldNotFightATargetThatTurnsWhatItIsToldIntoSomethingElse() {
        // Given: put right once
        told(2, "shipped at 10:00:00.123");
        shows(2, "shipped at 10:00", NOON.plusSeconds(30));
        decide(new Input.Drifted());
        desire(3, "shipped at 10:00:00.123");
        answer(3, "shipped at 10:00:00.123", NOON.plusSeconds(100));

        // When
        shows(3, "shipped at 10:00", NOON.plusSeconds(101));
        boolean again = state.isToBeRepaired(NOON.plusSeconds(900), GRACE);
        shows(3, "written by hand", NOON.plusSeconds(200));

        // Then
        assertThat(again).isFalse();
        assertThat(state.isToBeRepaired(NOON.plusSeconds(900), GRACE)).isTrue();
    }

    @Test
    void shouldPutTheSameRightAgainOnceTheTargetHasShownWhatItWasTold() {
        // Given
        told(2, "shipped");
        shows(2, "by hand", NOON.plusSeconds(30));
        decide(new Input.Drifted());
        desire(3, "shipped");
        answer(3, "shipped", NOON.plusSeconds(100));
        shows(3, "shipped", NOON.plusSeconds(101));

        // When
        shows(3, "by hand", NOON.plusSeconds(200));

        // Then
        assertThat(state.isToBeRepaired(NOON.plusSeconds(260), GRACE)).isTrue();
    }

    @Test
    void shouldNotTakeALateCopyOfAnAnswerForTheRecordOnceThatWasOverwritten() {
        // Given: found to be overwritten, and not told again yet
        told(2, "shipped");
        shows(2, "by hand", NOON.plusSeconds(30));
        decide(new Input.Drifted());

        // When: the mailbox that told it first hands its answer over once more
        Receipt copy = new Receipt(
                "crm", "record", version(2), "shipped", Receipt.Outcome.APPLIED, NOON.toString(), null, null);
        state = Outbox.take(state, new Input.HandedOver(List.of(copy)));
        Decision again = desire(3, "shipped");

        // Then
        assertThat(again.toSend()).isEqualTo(view(3, "shipped"));
    }

    @Test
    void shouldNotPutRightWhatIsAboutToChangeAnyway() {
        // Given
        told(2, "shipped");
        shows(2, "by hand", NOON.plusSeconds(30));

        // When
        desire(3, "delivered");

        // Then
        assertThat(state.isToBeRepaired(NOON.plusSeconds(900), GRACE)).isFalse();
    }

    @Test
    void shouldGoAboveAVersionThatItsRowShowsAndNobodyHereSent() {
        // Given
        told(2, "shipped");

        // When
        shows(9, "of another life", NOON.plusSeconds(30));
        Decision below = desire(3, "delivered");
        Decision above = desire(10, "delivered");

        // Then
        assertThat(below.toSend()).isNull();
        assertThat(below.bumpAbove()).isEqualTo(version(9));
        assertThat(above.toSend()).isEqualTo(view(10, "delivered"));
    }

    @Test
    void shouldNotMindAnotherRecordOfTheSameOrder() {
        // Given
        told(2, "shipped");

        // When
        decide(new Input.Shown(new View(version(9), "something else", "a-second-record"), NOON.plusSeconds(30)));

        // Then
        assertThat(state.known()).isEqualTo(view(2, "shipped"));
        assertThat(state.drift()).isNull();
    }

    @Test
    void shouldKnowNothingFromARowThatSaysNothingOfOurs() {
        // Given
        desireWithoutSending(1, "shipped");

        // When
        shows(0, "empty", NOON);

        // Then
        assertThat(state.known()).isNull();
        assertThat(desire(1, "shipped").toSend()).isEqualTo(view(1, "shipped"));
    }

    @Test
    void shouldBelieveARowThatIsTheMessageItselfByItsVersion() {
        // Given: a table into which each version is inserted once
        desire(2, "two shipments");

        // When
        shows(1, "", NOON);
        OrderVersion before = state.confirmedUpTo();
        shows(2, "", NOON.plusSeconds(1));

        // Then
        assertThat(before).isNull();
        assertThat(state.confirmedUpTo()).isEqualTo(version(2));
        assertThat(state.drift()).isNull();
    }

    private void told(long seq, String content) {
        desire(seq, content);
        answer(seq, content, NOON);
    }

    private Decision desire(long seq, String content) {
        return decide(new Input.Desired(view(seq, content)));
    }

    /** As while the target is only observed. */
    private void desireWithoutSending(long seq, String content) {
        state = Outbox.take(state, new Input.Desired(view(seq, content)));
    }

    private void shows(long seq, String content, Instant at) {
        OrderVersion carried = seq == 0 ? new OrderVersion(0, 0) : version(seq);
        state = Outbox.take(state, new Input.Shown(new View(carried, content, "record"), at));
    }

    private Decision answer(long seq, String content, @Nullable Instant at) {
        return decide(new Input.Answered(new Receipt(
                "crm",
                "record",
                version(seq),
                content,
                Receipt.Outcome.APPLIED,
                at == null ? null : at.toString(),
                null,
                null)));
    }

    private Decision decide(Input input) {
        Decision decision = Outbox.decide(state, input);
        state = decision.state();
        return decision;
    }

    private static View view(long seq, String content) {
        return new View(version(seq), content, "record");
    }

    private static OrderVersion version(long seq) {
        return new OrderVersion(1, seq);
    }
}
