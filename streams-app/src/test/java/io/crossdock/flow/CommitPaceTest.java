package io.crossdock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Properties;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task that keeps up commits soon, one that has a backlog does not ask for it. */
class CommitPaceTest {

    private static final long NOW = 1_795_218_321_123L;

    @TempDir
    private File stateDir;

    private int finished;
    private long clock = NOW;
    private long finishingTakes;
    private MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private CommitPace pace = new CommitPace(context, this::finish);

    @BeforeEach
    void begin() {
        Properties config = new Properties();
        config.put("application.id", "pace");
        config.put("bootstrap.servers", "none:1");
        context = new MockProcessorContext<>(config, new TaskId(0, 0), stateDir);
        context.setCurrentSystemTimeMs(NOW);
        pace = new CommitPace(context, this::finish);
        pace.begin();
    }

    private void finish() {
        finished++;
        passes(finishingTakes);
    }

    private void passes(long millis) {
        clock += millis;
        context.setCurrentSystemTimeMs(clock);
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
    void shouldLeaveItToTheIntervalWhileItWorksOffABacklog() {
        takesWhatLanded(60_000);

        assertThat(commits()).isFalse();
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

        passes(199);
        commits();
        assertThat(finished).isOne();

        passes(1);
        commits();
        assertThat(finished).isEqualTo(2);
    }
}
