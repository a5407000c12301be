package io.crossdock.order.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement.Receipt;
import io.crossdock.order.fact.Statement.Receipt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R160 to R166, R180: what a target is asked to do once, one after the other. */
class EffectsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Effect PICKED_UP = effect("S-77", "lines 1 2");
    private static final Effect INVOICED = effect("S-78", "lines 3");

    private final List<Receipt> receipts = new ArrayList<>();
    private final Map<Effect, Instant> landed = new HashMap<>();
    private Map<String, Waiting> waiting = Map.of();
    private Instant now = NOON;
    private long version = 1;
    private Mode mode = Mode.LIVE;
    private boolean open = true;
    private boolean states;
    private @Nullable OrderVersion confirmed;
    private @Nullable Instant completeTo;
    private Behind behind = Behind.NOTHING;

    @Test
    void shouldAskOnlyWhenTheSourceHasHadTimeToSayAll() {
        // When
        Effects.Step first = step(PICKED_UP);
        now = NOON.plusMillis(999);
        Effects.Step early = step(PICKED_UP);
        now = NOON.plusMillis(1000);
        Effects.Step due = step(PICKED_UP);

        // Then
        assertThat(first.toSend()).isNull();
        assertThat(first.lookAgain()).isEqualTo(NOON.plusSeconds(1));
        assertThat(early.toSend()).isNull();
        assertThat(due.toSend()).isEqualTo(PICKED_UP);
        assertThat(due.waiting()).isEmpty();
    }

    @Test
    void shouldAskAtOnceWhenTheSourcesAreKnownToHaveSaidAll() {
        // Given
        step(PICKED_UP);

        // When
        completeTo = NOON;
        Effects.Step notYet = step(PICKED_UP);
        completeTo = NOON.plusMillis(1);
        Effects.Step complete = step(PICKED_UP);

        // Then
        assertThat(notYet.toSend()).isNull();
        assertThat(complete.toSend()).isEqualTo(PICKED_UP);
    }

    @Test
    void shouldBeginToWaitAnewWhenWhatIsAskedForChanges() {
        // Given
        step(PICKED_UP);
        now = NOON.plusMillis(900);

        // When
        Effects.Step changed = step(effect("S-77", "lines 1 2 3"));

        // Then
        assertThat(changed.lookAgain()).isEqualTo(NOON.plusMillis(1900));
    }

    @Test
    void shouldAskForOneThingAtATimeInTheirOrder() {
        // When
        Effects.Step first = ripe(PICKED_UP, INVOICED);
        told(PICKED_UP, Outcome.IN_FLIGHT);
        Effects.Step flying = step(PICKED_UP, INVOICED);
        told(PICKED_UP, Outcome.APPLIED);
        Effects.Step second = step(PICKED_UP, INVOICED);

        // Then
        assertThat(first.toSend()).isEqualTo(PICKED_UP);
        assertThat(flying.toSend()).isNull();
        assertThat(flying.waiting()).containsOnlyKeys(INVOICED.key());
        assertThat(second.toSend()).isEqualTo(INVOICED);
    }

    @Test
    void shouldSayWhatHoldsTheOthersBackEvenWhilePaused() {
        // Given
        told(PICKED_UP, Outcome.REJECTED);

        // When
        open = false;
        Effects.Step step = ripe(PICKED_UP, INVOICED);

        // Then
        assertThat(step.heldBackBy()).isEqualTo(PICKED_UP);
        assertThat(step.toSend()).isNull();
    }

    @Test
    void shouldNameSubjectAndMilestoneOfAKey() {
        // When
        Effect effect = Effect.of("cancel", "erp:sales-order:SO-1", "cancelled 2 0a1b", "hash");

        // Then
        assertThat(effect.subject()).isEqualTo("erp:sales-order:SO-1");
        assertThat(effect.milestone()).isEqualTo("cancelled 2 0a1b");
    }

    @Test
    void shouldNeverAskAgainForWhatIsDoneWhateverItSaysNow() {
        // Given
        told(PICKED_UP, Outcome.APPLIED);

        // When
        Effects.Step step = ripe(effect("S-77", "other lines"));

        // Then
        assertThat(step.toSend()).isNull();
        assertThat(step.waiting()).isEmpty();
    }

    @Test
    void shouldTakeItForDoneIfAnyMailboxThatEverSentItWasAnsweredSo() {
        // Given: one sender was answered, another's message is still unanswered, a third one was refused
        told(PICKED_UP, Outcome.REJECTED);
        told(PICKED_UP, Outcome.APPLIED);
        told(PICKED_UP, Outcome.IN_FLIGHT);

        // Then
        assertThat(ripe(PICKED_UP, INVOICED).toSend()).isEqualTo(INVOICED);
    }

    @Test
    void shouldWithdrawWhatNoLongerAppliesAndWasNotSent() {
        // Given
        step(PICKED_UP, INVOICED);

        // When
        now = NOON.plusSeconds(5);
        Effects.Step step = step(INVOICED);

        // Then
        assertThat(step.toSend()).isEqualTo(INVOICED);
        assertThat(step.waiting()).isEmpty();
    }

    @Test
    void shouldWaitForTheAnswerOfWhatNoLongerAppliesAndWasSent() {
        // Given
        told(PICKED_UP, Outcome.IN_FLIGHT);

        // Then
        assertThat(ripe(INVOICED).toSend()).isNull();
    }

    @Test
    void shouldHoldBackLaterOnesBehindARefusedOneUntilItChanges() {
        // Given
        told(PICKED_UP, Outcome.REJECTED);

        // When
        Effects.Step held = ripe(PICKED_UP, INVOICED);
        version = 2;
        Effect cured = effect("S-77", "lines 1 2 4");
        Effects.Step asked = ripe(cured, INVOICED);

        // Then
        assertThat(held.toSend()).isNull();
        assertThat(held.heldBackBy()).isEqualTo(PICKED_UP);
        assertThat(asked.toSend()).isEqualTo(cured);
        assertThat(asked.heldBackBy()).isNull();
    }

    @Test
    void shouldNotSendACureUnderTheVersionThatWasRefused() {
        // Given
        told(PICKED_UP, Outcome.PARKED);

        // Then
        assertThat(ripe(effect("S-77", "lines 1 2 4")).toSend()).isNull();
    }

    @Test
    void shouldGoOnPastARefusedOneThatNoLongerApplies() {
        // Given
        told(PICKED_UP, Outcome.REJECTED);

        // Then
        assertThat(ripe(INVOICED).toSend()).isEqualTo(INVOICED);
    }

    @Test
    void shouldGoOnPastWhatTheTargetCannotDo() {
        // Given
        told(PICKED_UP, Outcome.UNSUPPORTED);

        // Then
        assertThat(ripe(PICKED_UP, INVOICED).toSend()).isEqualTo(INVOICED);
    }

    @Test
    void shouldAskForNothingWhileTheTargetIsClosed() {
        // Given
        open = false;

        // When
        Effects.Step closed = ripe(PICKED_UP);
        open = true;

        // Then
        assertThat(closed.toSend()).isNull();
        assertThat(closed.waiting()).containsOnlyKeys(PICKED_UP.key());
        assertThat(step(PICKED_UP).toSend()).isEqualTo(PICKED_UP);
    }

    @Test
    void shouldAskForNothingThatTheTargetCannotKnowYet() {
        // Given: it is told the order's state too, and holds an older one
        states = true;
        version = 4;
        confirmed = version(3);

        // When
        Effects.Step unknown = ripe(PICKED_UP);
        confirmed = null;
        Effects.Step nothing = step(PICKED_UP);
        confirmed = version(4);

        // Then
        assertThat(unknown.toSend()).isNull();
        assertThat(nothing.toSend()).isNull();
        assertThat(step(PICKED_UP).toSend()).isEqualTo(PICKED_UP);
    }

    @Test
    void shouldMindTheVersionAtWhichItWasFirstWantedOnly() {
        // Given
        states = true;
        step(PICKED_UP);
        version = 9;
        confirmed = version(1);

        // Then
        assertThat(ripe(PICKED_UP).toSend()).isEqualTo(PICKED_UP);
    }

    @Test
    void shouldRefuseNamesThatWouldMakeTwoEffectsOne() {
        assertThatThrownBy(() -> Effect.of("notice", "a|b", "shipped", "hash"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Effect.of("notice", "|b", "shipped", "hash"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Effect.of("notice", "", "shipped", "hash"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldLeaveToOthersWhatWasWantedWhileTheTargetWasOnlyObserved() {
        // Given
        mode = Mode.OBSERVE;
        Effects.Step observed = ripe(PICKED_UP);

        // When
        now = now.plusSeconds(60);
        mode = new Mode(true, now);
        Effects.Step live = ripe(PICKED_UP, INVOICED);

        // Then: what came after is asked for, and does not wait for what is left
        assertThat(observed.toSend()).isNull();
        assertThat(live.left()).containsExactly(PICKED_UP);
        assertThat(live.toSend()).isEqualTo(INVOICED);
    }

    @Test
    void shouldSayWhatIsLeftSoThatItIsRemembered() {
        // Given
        mode = Mode.OBSERVE;
        step(PICKED_UP);

        // When
        now = now.plusSeconds(60);
        mode = new Mode(true, now);
        Effects.Step live = step(PICKED_UP);
        told(PICKED_UP, Outcome.LEFT);
        Effects.Step later = ripe(PICKED_UP);

        // Then
        assertThat(live.left()).containsExactly(PICKED_UP);
        assertThat(later.left()).isEmpty();
        assertThat(later.toSend()).isNull();
        assertThat(later.waiting()).isEmpty();
    }

    @Test
    void shouldLeaveItThoughItsContentHasChangedSinceItWasFirstWanted() {
        // Given
        mode = Mode.OBSERVE;
        step(PICKED_UP);
        Instant switched = now.plusSeconds(60);
        now = switched.plusSeconds(1);
        step(effect("S-77", "lines 1 2 3"));

        // When
        mode = new Mode(true, switched);
        Effects.Step live = step(effect("S-77", "lines 1 2 3"));

        // Then
        assertThat(live.left()).hasSize(1);
    }

    @Test
    void shouldAskForWhatWaitedSinceTheTimeThatItsOperatorNames() {
        // Given: the old way ended a minute before the switch
        Instant ended = now.plusSeconds(10);
        mode = Mode.OBSERVE;
        step(PICKED_UP);
        now = ended.plusSeconds(20);
        step(PICKED_UP, INVOICED);

        // When
        now = ended.plusSeconds(60);
        mode = new Mode(true, ended);
        Effects.Step live = step(PICKED_UP, INVOICED);

        // Then
        assertThat(live.left()).containsExactly(PICKED_UP);
        assertThat(live.toSend()).isEqualTo(INVOICED);
    }

    @Test
    void shouldLeaveToOthersWhatHadLandedBeforeThoughItIsOnlyWorkedOffAfterwards() {
        // Given: a backlog at the switch, in which one shipment lay, and one came behind it
        Instant switched = now.plusSeconds(60);
        mode = new Mode(true, switched);
        landed.put(PICKED_UP, switched.minusMillis(1));
        landed.put(INVOICED, switched);
        now = switched.plusSeconds(90);

        // When
        Effects.Step first = step(PICKED_UP, INVOICED);
        Effects.Step again = ripe(PICKED_UP, INVOICED);
        told(PICKED_UP, Outcome.LEFT);
        Effects.Step later = step(PICKED_UP);

        // Then: it stays left until that is known for good, and what came behind waits from when it was first seen
        assertThat(first.left()).containsExactly(PICKED_UP);
        assertThat(first.lookAgain()).isEqualTo(switched.plusSeconds(91));
        assertThat(again.left()).containsExactly(PICKED_UP);
        assertThat(again.toSend()).isEqualTo(INVOICED);
        assertThat(later.left()).isEmpty();
        assertThat(later.toSend()).isNull();
    }

    @Test
    void shouldNotCountTheTimeInWhichNobodyWasAtWork() {
        // Given: first wanted, then whoever works on it dies and begins again
        step(PICKED_UP);
        now = NOON.plusSeconds(30);
        behind = new Behind(now, Duration.ZERO);
        completeTo = NOON.plusSeconds(29);

        // When
        Effects.Step begun = step(PICKED_UP);
        now = NOON.plusSeconds(31);
        Effects.Step due = step(PICKED_UP);

        // Then
        assertThat(begun.toSend()).isNull();
        assertThat(begun.lookAgain()).isEqualTo(NOON.plusSeconds(31));
        assertThat(due.toSend()).isEqualTo(PICKED_UP);
    }

    @Test
    void shouldWaitLongerForWhoReadsLate() {
        // Given: read four seconds late
        behind = new Behind(Instant.EPOCH, Duration.ofSeconds(4));
        step(PICKED_UP);

        // When: heard that the sources have said all by then, which has landed and is not read
        now = NOON.plusSeconds(4);
        completeTo = now;
        Effects.Step late = step(PICKED_UP);
        now = NOON.plusSeconds(5);
        Effects.Step due = step(PICKED_UP);

        // Then
        assertThat(late.toSend()).isNull();
        assertThat(late.lookAgain()).isEqualTo(NOON.plusSeconds(5));
        assertThat(due.toSend()).isEqualTo(PICKED_UP);
    }

    @Test
    void shouldNotWaitForEverForWhoReadsVeryLate() {
        // Given
        behind = new Behind(Instant.EPOCH, Behind.UNKNOWN);

        // When
        Effects.Step first = step(PICKED_UP);
        now = NOON.plusSeconds(11);
        Effects.Step due = step(PICKED_UP);

        // Then
        assertThat(first.lookAgain()).isEqualTo(NOON.plusSeconds(11));
        assertThat(due.toSend()).isEqualTo(PICKED_UP);
    }

    @Test
    void shouldAskAtOnceWhenCaughtUp() {
        // Given
        behind = new Behind(Instant.EPOCH, Duration.ofSeconds(30));
        step(PICKED_UP);

        // When
        now = NOON.plusSeconds(2);
        behind = Behind.NOTHING;

        // Then
        assertThat(step(PICKED_UP).toSend()).isEqualTo(PICKED_UP);
    }

    @Test
    void shouldCountFromTheLaterOfCauseAndMilestone() {
        assertThat(Effects.landed(NOON, NOON.plusMillis(1))).isEqualTo(NOON.plusMillis(1));
        assertThat(Effects.landed(NOON, NOON.minusMillis(1))).isEqualTo(NOON);
        assertThat(Effects.landed(NOON, null)).isEqualTo(NOON);
    }

    private Effects.Step ripe(Effect... wanted) {
        step(wanted);
        now = now.plusSeconds(10);
        return step(wanted);
    }

    private Effects.Step step(Effect... wanted) {
        Effects.Gate gate =
                new Effects.Gate(now, mode, open, Duration.ofSeconds(1), completeTo, behind, states, confirmed);
        Effects.Step step = Effects.step(
                List.of(wanted),
                Told.of(receipts),
                waiting,
                version(version),
                effect -> landed.getOrDefault(effect, now),
                gate);
        waiting = step.waiting();
        return step;
    }

    private void told(Effect effect, Outcome outcome) {
        receipts.removeIf(receipt -> receipt.outcome() == Outcome.IN_FLIGHT);
        receipts.add(new Receipt(
                "erp", "SO-1", version(version), effect.contentHash(), outcome, null, null, null, effect.key()));
    }

    private static Effect effect(String shipment, String content) {
        return Effect.of("invoice-request", "wms-east:shipment:" + shipment, "shipped", content);
    }

    private static OrderVersion version(long seq) {
        return new OrderVersion(1, seq);
    }
}
