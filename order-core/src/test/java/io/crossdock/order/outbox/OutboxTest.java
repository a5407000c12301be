package io.crossdock.order.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement.Receipt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one target is told about one order, case by case. */
class OutboxTest {

    private OutboxState state = OutboxState.EMPTY;

    @Test
    void shouldSendTheFirstViewAtOnce() {
        // When
        Decision decision = desire(1, "open");

        // Then
        assertThat(decision.toSend()).isEqualTo(view(1, "open"));
        assertThat(state.inFlight()).isEqualTo(view(1, "open"));
        assertThat(decision.confirmedUpTo()).isNull();
    }

    @Test
    void shouldReplaceWhatWaitsWhenSomethingNewerIsDesired() {
        // Given
        desire(1, "open");
        desire(2, "picking");
        desire(3, "shipped");

        // When
        Decision decision = answer(1, "open", Receipt.Outcome.APPLIED);

        // Then
        assertThat(decision.toSend()).isEqualTo(view(3, "shipped"));
        assertThat(decision.confirmedUpTo()).isEqualTo(version(1));
    }

    @Test
    void shouldSendTheNewestViewWhenItComesTogetherWithAnAnswer() {
        // Given
        desire(1, "open");
        desire(2, "picking");

        // When
        state = Outbox.take(state, new Input.Answered(receipt(1, "open", Receipt.Outcome.APPLIED, null)));
        boolean nothingFlies = state.inFlight() == null;
        Decision decision = desire(3, "shipped");

        // Then
        assertThat(nothingFlies).isTrue();
        assertThat(decision.toSend()).isEqualTo(view(3, "shipped"));
    }

    @Test
    void shouldSendNothingAndConfirmItWhenTheTargetAlreadyShowsTheContent() {
        // Given
        desire(1, "open");
        answer(1, "open", Receipt.Outcome.APPLIED);

        // When
        Decision decision = desire(2, "open");

        // Then
        assertThat(decision.toSend()).isNull();
        assertThat(decision.confirmedUpTo()).isEqualTo(version(2));
    }

    @Test
    void shouldSendTheSameContentAgainWhenItBelongsInAnotherRecord() {
        // Given
        desire(1, "open");
        answer(1, "open", Receipt.Outcome.APPLIED);

        // When
        Decision decision = decide(new Input.Desired(new View(version(2), "open", "other-record")));

        // Then
        assertThat(decision.toSend()).isNotNull();
    }

    @Test
    void shouldKeepTheFlightWhenAnOlderMessageIsAnsweredAgain() {
        // Given
        desire(1, "open");
        answer(1, "open", Receipt.Outcome.APPLIED);
        desire(2, "shipped");

        // When
        answer(1, "open", Receipt.Outcome.APPLIED);
        answer(1, "open", Receipt.Outcome.FENCED);
        answer(1, "open", Receipt.Outcome.REJECTED);

        // Then
        assertThat(state.inFlight()).isEqualTo(view(2, "shipped"));
        assertThat(state.known()).isEqualTo(view(1, "open"));
        assertThat(state.parked()).isNull();
    }

    @Test
    void shouldContinueAboveTheVersionFoundWhenFenced() {
        // Given
        desire(4, "shipped");

        // When
        Decision fenced = decide(new Input.Answered(receipt(4, "shipped", Receipt.Outcome.FENCED, version(17))));
        Decision stillBelow = desire(5, "shipped");
        Decision above = desire(18, "shipped");

        // Then
        assertThat(fenced.toSend()).isNull();
        assertThat(fenced.bumpAbove()).isEqualTo(version(17));
        assertThat(fenced.confirmedUpTo()).isNull();
        assertThat(stillBelow.bumpAbove()).isEqualTo(version(17));
        assertThat(above.toSend()).isEqualTo(view(18, "shipped"));
    }

    @Test
    void shouldParkARefusedViewUntilItsContentChanges() {
        // Given
        desire(1, "bad");
        Decision refused = answer(1, "bad", Receipt.Outcome.REJECTED);

        // When
        Decision sameContent = desire(2, "bad");
        Decision cured = desire(3, "good");

        // Then
        assertThat(refused.state().parkedDetail()).isEqualTo("no such picklist value");
        assertThat(sameContent.toSend()).isNull();
        assertThat(cured.toSend()).isEqualTo(view(3, "good"));
        assertThat(state.parked()).isNull();
        assertThat(state.parkedDetail()).isNull();
    }

    @Test
    void shouldWaitForAFormerSendersMessageWhenItIsInFlight() {
        // Given
        Receipt flying = receipt(7, "picking", Receipt.Outcome.IN_FLIGHT, null);
        decide(new Input.HandedOver(List.of(receipt(6, "open", Receipt.Outcome.APPLIED, null), flying)));

        // When
        Decision waiting = desire(8, "shipped");
        Decision landed = answer(7, "picking", Receipt.Outcome.APPLIED);
        decide(new Input.HandedOver(List.of(flying)));

        // Then
        assertThat(waiting.toSend()).isNull();
        assertThat(waiting.confirmedUpTo()).isEqualTo(version(6));
        assertThat(landed.toSend()).isEqualTo(view(8, "shipped"));
        assertThat(state.inFlight()).isEqualTo(view(8, "shipped"));
    }

    @Test
    void shouldNotWaitForAFormerSendersMessageThatWasAnswered() {
        // Given: its answer is handed over before it is
        decide(new Input.HandedOver(List.of(
                receipt(7, "picking", Receipt.Outcome.APPLIED, null),
                receipt(7, "picking", Receipt.Outcome.IN_FLIGHT, null))));

        // When
        Decision shipped = desire(8, "shipped");
        answer(8, "shipped", Receipt.Outcome.REJECTED);
        decide(new Input.HandedOver(List.of(receipt(8, "shipped", Receipt.Outcome.IN_FLIGHT, null))));
        Decision delivered = desire(9, "delivered");

        // Then
        assertThat(shipped.toSend()).isEqualTo(view(8, "shipped"));
        assertThat(delivered.toSend()).isEqualTo(view(9, "delivered"));
    }

    @Test
    void shouldContinueAboveAFormerSendersVersionWhenItWasHigher() {
        // Given
        decide(new Input.HandedOver(List.of(receipt(9, "open", Receipt.Outcome.APPLIED, null))));

        // When
        Decision decision = desire(3, "shipped");

        // Then
        assertThat(decision.toSend()).isNull();
        assertThat(decision.bumpAbove()).isEqualTo(version(9));
    }

    @Test
    void shouldIgnoreAnOlderDesire() {
        // Given
        desire(2, "shipped");
        answer(2, "shipped", Receipt.Outcome.APPLIED);

        // When
        Decision decision = desire(1, "open");

        // Then
        assertThat(decision.toSend()).isNull();
        assertThat(state.desired()).isEqualTo(view(2, "shipped"));
    }

    private Decision desire(long seq, String content) {
        return decide(new Input.Desired(view(seq, content)));
    }

    private Decision answer(long seq, String content, Receipt.Outcome outcome) {
        return decide(new Input.Answered(receipt(seq, content, outcome, null)));
    }

    private Decision decide(Input input) {
        Decision decision = Outbox.decide(state, input);
        state = decision.state();
        return decision;
    }

    /** As a rebuild reads it: versions are counted anew, and the row that the last epoch wrote comes before its cause. */
    @Test
    void shouldKnowItsOwnRowAgainAfterARebuildThoughItCameBeforeItsCause() {
        // Given: an old row without a version was known again, so that the receipt of the last epoch is older than what
        // is known
        Instant loaded = Instant.parse("2026-10-01T12:00:00Z");
        Instant told = Instant.parse("2026-11-27T01:14:48Z");
        take(new Input.Desired(new View(new OrderVersion(2, 5), "allocated", "record")));
        take(new Input.Shown(new View(new OrderVersion(0, 0), "allocated", "record"), loaded));
        View released = new View(new OrderVersion(1, 6), "released", "record");
        take(new Input.Shown(released, told));

        // When: what it should show changes to what it shows
        take(new Input.Desired(new View(new OrderVersion(2, 7), "released", "record")));
        Decision decision = decide(new Input.Shown(released, told));

        // Then
        assertThat(decision.toSend()).isNull();
        assertThat(state.settled()).isTrue();
    }

    @Test
    void shouldNotTakeARowOfAnEarlierEpochForTheMessageThatIsOnItsWay() {
        // Given
        decide(new Input.Desired(new View(new OrderVersion(2, 6), "picking", "record")));
        take(new Input.Desired(new View(new OrderVersion(2, 7), "released", "record")));

        // When: it still shows what the last epoch told, which is what it should show again later
        take(new Input.Shown(
                new View(new OrderVersion(1, 6), "released", "record"), Instant.parse("2026-11-27T01:14:48Z")));

        // Then: the message that is on its way will change that
        assertThat(state.settled()).isFalse();
    }

    private void take(Input input) {
        state = Outbox.take(state, input);
    }

    private static View view(long seq, String content) {
        return new View(version(seq), content, "record");
    }

    private static OrderVersion version(long seq) {
        return new OrderVersion(1, seq);
    }

    private static Receipt receipt(long seq, String content, Receipt.Outcome outcome, @Nullable OrderVersion found) {
        String detail = outcome == Receipt.Outcome.REJECTED ? "no such picklist value" : null;
        return new Receipt("crm", "record", version(seq), content, outcome, null, detail, found);
    }
}
