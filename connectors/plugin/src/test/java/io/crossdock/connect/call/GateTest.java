package io.crossdock.connect.call;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A call starts when there is room for it, in the order of the line, and not before. */
class GateTest {

    /** A hurdle that a test opens and closes. */
    private static final class Bar implements Hurdle {

        private final AtomicBoolean closed = new AtomicBoolean();
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public long closedFor(Lane lane, int inFlight) {
            return closed.get() ? UNTIL_TOLD : 0;
        }

        @Override
        public void begun() {
            told.add("begun");
        }

        @Override
        public void notMade() {
            told.add("not made");
        }

        @Override
        public void ended(Ending ending) {
            told.add(ending.trouble() == null ? "ended" : "failed");
        }
    }

    private final Bar bar = new Bar();
    private final Gate gate = new Gate(1, List.of(bar));
    private final List<String> went = new CopyOnWriteArrayList<>();

    @Test
    void shouldLetExpressOvertakeThoseWhoWaitForACall() throws Exception {
        // Given
        Pass first = gate.enter(Lane.NORMAL);
        List<Thread> waiting = new ArrayList<>();
        for (String name : List.of("n1", "n2", "e1", "e2", "e3", "e4")) {
            waiting.add(enterInTheBackground(name, waiting.size() + 1));
        }
        // When
        first.close();
        for (Thread one : waiting) {
            one.join(Duration.ofSeconds(10));
        }
        // Then
        assertThat(went).containsExactly("e1", "e2", "e3", "n1", "e4", "n2");
    }

    @Test
    void shouldLetTheSecondCallOfAnErrandGoBeforeFirstCallsOfOthers() throws Exception {
        // Given
        Pass look = gate.enter(Lane.NORMAL);
        Thread other = enterInTheBackground("look of another", 1);
        Thread write = Thread.ofVirtual().start(() -> {
            try (Pass pass = gate.enterNext(Lane.NORMAL)) {
                requireNonNull(pass);
                went.add("write");
            } catch (InterruptedException e) {
                went.add("interrupted");
            }
        });
        waitFor(2);
        // When
        look.close();
        write.join(Duration.ofSeconds(10));
        other.join(Duration.ofSeconds(10));
        // Then
        assertThat(went).containsExactly("write", "look of another");
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void shouldLetNobodyInWhileAHurdleIsClosed() throws Exception {
        // Given
        bar.closed.set(true);
        Thread one = enterInTheBackground("n1", 1);
        assertThat(went).isEmpty();
        // When
        bar.closed.set(false);
        gate.lookAgain();
        one.join(Duration.ofSeconds(10));
        // Then
        assertThat(went).containsExactly("n1");
    }

    @Test
    void shouldLetNobodyInWhileTheTargetWantsToBeLeftAlone() throws Exception {
        // Given
        gate.hold(Duration.ofMillis(60));
        gate.hold(Duration.ofMillis(1));
        // When
        long began = System.nanoTime();
        gate.enter(Lane.EXPRESS).close();
        // Then
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(50_000_000L);
    }

    @Test
    void shouldEndTheWaitOfACallThatIsNotWantedAnyMore() throws Exception {
        // Given
        Pass first = gate.enter(Lane.NORMAL);
        AtomicBoolean wanted = new AtomicBoolean(true);
        Thread one = Thread.ofVirtual().start(() -> {
            try {
                went.add(gate.enter(Lane.NORMAL, wanted::get) == null ? "left" : "entered");
            } catch (InterruptedException e) {
                went.add("interrupted");
            }
        });
        waitFor(1);
        // When
        wanted.set(false);
        gate.lookAgain();
        one.join(Duration.ofSeconds(10));
        // Then
        assertThat(went).containsExactly("left");
        assertThat(gate.waiting()).isZero();
        first.close();
    }

    @Test
    void shouldLeaveTheLineWhenInterrupted() throws Exception {
        // Given
        Pass first = gate.enter(Lane.NORMAL);
        Thread one = enterInTheBackground("n1", 1);
        // When
        one.interrupt();
        one.join(Duration.ofSeconds(10));
        // Then
        assertThat(gate.waiting()).isZero();
        first.close();
        gate.enter(Lane.NORMAL).close();
    }

    @Test
    void shouldCountEveryCallOfAPassAndNoneThatWasNotMade() throws Exception {
        // Given // When
        gate.enter(Lane.NORMAL).close();
        try (Pass pass = gate.enter(Lane.NORMAL)) {
            pass.call();
            pass.end(Ending.answered(Instant.EPOCH));
            pass.call();
            pass.end(Ending.failed("503"));
        }
        // Then
        assertThat(bar.told).containsExactly("begun", "not made", "begun", "ended", "begun", "failed");
    }

    @Test
    void shouldLetASecondCallOfAPassWaitForItsHurdles() throws Exception {
        // Given
        Pass pass = gate.enter(Lane.NORMAL);
        pass.call();
        bar.closed.set(true);
        CountDownLatch called = new CountDownLatch(1);
        Thread one = Thread.ofVirtual().start(() -> {
            try {
                pass.call();
                called.countDown();
            } catch (InterruptedException e) {
                went.add("interrupted");
            }
        });
        // When // Then
        assertThat(called.getCount()).isEqualTo(1);
        one.interrupt();
        one.join(Duration.ofSeconds(10));
        assertThat(went).containsExactly("interrupted");
        pass.close();
    }

    private Thread enterInTheBackground(String name, int inLine) {
        Thread thread = Thread.ofVirtual().start(() -> {
            try (Pass pass = gate.enter(name.startsWith("e") ? Lane.EXPRESS : Lane.NORMAL)) {
                requireNonNull(pass);
                went.add(name);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waitFor(inLine);
        return thread;
    }

    private void waitFor(int inLine) {
        while (gate.waiting() < inLine) {
            Thread.onSpinWait();
        }
    }
}
