package io.crossdock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that keeps up commits soon, one that has a backlog rarely, and either when everything is finished. */
class CommitPaceTest {

    private static final long NOW = 1_795_218_321_123L;

    @TempDir
    private File stateDir;

    private int finished;
    private long elapsed = Duration.ofHours(1).toNanos();
    private long finishingTakes;
    private int left = 1;
    private MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private final ThreadShare thread = new ThreadShare();
    private CommitPace pace = new CommitPace(context, this::finish, () -> elapsed, thread);

    @BeforeEach
    void begin() {
        Properties config = new Properties();
        config.put("application.id", "pace");
        config.put("bootstrap.servers", "none:1");
        context = new MockProcessorContext<>(config, new TaskId(0, 0), stateDir);
        context.setCurrentSystemTimeMs(NOW);
        pace = new CommitPace(context, this::finish, () -> elapsed, thread);
        pace.begin();
    }

    private int finish(BooleanSupplier hasTime) {
        finished++;
        passes(finishingTakes);
        return hasTime.getAsBoolean() ? 0 : left;
    }

    private void passes(long millis) {
        elapsed += Duration.ofMillis(millis).toNanos();
    }

    private boolean commits() {
        context.scheduledPunctuators()
                .forEach(punctuator -> punctuator.getPunctuator().punctuate(NOW));
        boolean committed = context.committed();
        context.resetCommit();
        return committed;
    }

    private void takesWhatLanded(long millisAgo) {
        pace.takes(new Record<>("key", "value", NOW - millisAgo));
    }

    @Test
    void shouldCommitOnceForWhatWasTaken() {
        takesWhatLanded(5);
        takesWhatLanded(3);

        assertThat(commits()).isTrue();
        assertThat(commits()).isFalse();
        takesWhatLanded(1);
        assertThat(commits()).isTrue();
    }

    @Test
    void shouldNotCommitWhenNothingWasTaken() {
        assertThat(commits()).isFalse();
    }

    @Test
    void shouldCommitSomeTimesASecondWhileItWorksOffABacklog() {
        takesWhatLanded(60_000);
        assertThat(commits()).isTrue();

        passes(99);
        takesWhatLanded(60_000);
        assertThat(commits()).isFalse();

        passes(1);
        assertThat(commits()).isTrue();
    }

    @Test
    void shouldCommitAgainWhenTheBacklogIsGone() {
        takesWhatLanded(60_000);
        commits();
        takesWhatLanded(4);

        assertThat(commits()).isTrue();
    }

    @Test
    void shouldLookEveryTenMilliseconds() {
        assertThat(context.scheduledPunctuators())
                .singleElement()
                .satisfies(look -> assertThat(look.getInterval().toMillis()).isEqualTo(10));
    }

    @Test
    void shouldFinishWhatWasTakenBeforeItCommits() {
        takesWhatLanded(5);

        assertThat(commits()).isTrue();
        assertThat(finished).isOne();
    }

    @Test
    void shouldFinishInABacklogToo() {
        thread.commits(elapsed);
        takesWhatLanded(60_000);

        assertThat(commits()).isFalse();
        assertThat(finished).isOne();
    }

    @Test
    void shouldGatherTwiceAsLongAsFinishingTook() {
        finishingTakes = 30;
        takesWhatLanded(5);
        commits();

        takesWhatLanded(5);
        passes(59);
        assertThat(commits()).isFalse();
        assertThat(finished).isOne();

        passes(1);
        assertThat(commits()).isTrue();
        assertThat(finished).isEqualTo(2);
    }

    @Test
    void shouldGatherForAFifthOfASecondAtMost() {
        finishingTakes = 5_000;
        commits();

        finishesAgainOnlyAfter(200);
    }

    @Test
    void shouldGatherForASecondAtMostInABacklog() {
        finishingTakes = 5_000;
        takesWhatLanded(60_000);
        commits();

        finishesAgainOnlyAfter(1_000);
    }

    /** Four tasks that each took a third of the thread's time left it nothing to gather in. */
    @Test
    void shouldGatherTwiceAsLongAsFinishingTookAllTasksOfTheThread() {
        // One ends 30 ms before the other does.
        another(this::finish);
        finishingTakes = 30;
        commits();
        assertThat(finished).isEqualTo(2);

        finishesAgainOnlyAfter(120);
    }

    @Test
    void shouldNotGatherLongerBecauseOfATaskThatHasNothingToFinish() {
        another(hasTime -> 0);
        finishingTakes = 30;
        commits();

        finishesAgainOnlyAfter(60);
    }

    /** A commit is one of all tasks: a task that is amid its gathering would have it written down. */
    @Test
    void shouldLetEveryTaskFinishBeforeThereIsACommit() {
        // Given
        AtomicInteger others = new AtomicInteger();
        another(hasTime -> {
            others.incrementAndGet();
            return 0;
        });
        finishingTakes = 30;
        commits();

        // When
        passes(59);
        takesWhatLanded(5);

        // Then
        assertThat(commits()).isFalse();
        assertThat(others).hasValue(1);
        passes(1);
        assertThat(commits()).isTrue();
        assertThat(others).hasValue(2);
    }

    @Test
    void shouldCommitWhatItDidNotFinishInTimeWhenThatIsFinished() {
        // Given
        finishingTakes = 500;
        takesWhatLanded(5);
        assertThat(commits()).isTrue();

        // When
        finishingTakes = 499;
        passes(200);

        // Then
        assertThat(commits()).isTrue();
        passes(200);
        assertThat(commits()).isFalse();
    }

    /** What is gathered takes memory: where more comes in a rest than a round has time for, it was more with each. */
    @Test
    void shouldNotGatherMoreWhileMuchIsLeft() {
        // Given
        finishingTakes = 500;
        left = 10_001;
        takesWhatLanded(60_000);
        commits();

        // When
        left = 10_000;
        commits();

        // Then
        assertThat(finished).isEqualTo(2);
        passes(999);
        commits();
        assertThat(finished).isEqualTo(2);
        passes(1);
        commits();
        assertThat(finished).isEqualTo(3);
    }

    @Test
    void shouldGatherNothingMoreWhileAnotherTaskOfTheThreadHasMuchLeft() {
        // Given
        another(hasTime -> 10_001);
        finishingTakes = 30;
        commits();

        // When
        commits();

        // Then
        assertThat(finished).isEqualTo(2);
    }

    /** Every task whose finishing is counted rests until then, and has its turn. */
    private void finishesAgainOnlyAfter(long millis) {
        int tasks = finished;
        passes(millis - 1);
        commits();
        assertThat(finished).isEqualTo(tasks);

        passes(1);
        commits();
        assertThat(finished).isEqualTo(2 * tasks);
    }

    private void another(CommitPace.Finishing finish) {
        new CommitPace(context, finish, () -> elapsed, thread).begin();
    }
}
