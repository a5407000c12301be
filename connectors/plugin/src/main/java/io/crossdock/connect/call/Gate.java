package io.crossdock.connect.call;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where every call of a task waits until it may start: calls at once, no call at all while the target wants to be left alone,
 * and whatever hurdles there are. Express goes ahead of normal. Waiting ends when the thread is interrupted.
 */
public final class Gate {

    /** Clocks may be put right, and a budget be raised: nobody sleeps longer without looking again. */
    private static final long LONGEST_SLEEP = Duration.ofSeconds(30).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLine<Condition> line = new WaitingLine<>();
    private final int atOnce;
    private final List<Hurdle> hurdles;
    private int inFlight;
    private long heldUntil = System.nanoTime();

    /**
     * A gate.
     *
     * @param atOnce most calls in flight
     * @param hurdles what else may keep a call waiting
     */
    Gate(int atOnce, List<Hurdle> hurdles) {
        this.atOnce = atOnce;
        this.hurdles = List.copyOf(hurdles);
    }

    /** A gate with nothing but a pace, for those who read. */
    public static Gate paced(int atOnce, int callsPerMinute) {
        return new Gate(atOnce, List.of(new Pace(callsPerMinute)));
    }

    /** A gate that also watches whether the target is down. */
    public static Gate watched(int atOnce, TargetHealth health) {
        return new Gate(atOnce, List.of(health));
    }

    /** A gate with all of it. */
    public static Gate budgeted(int atOnce, int callsPerMinute, DayBudget budget, TargetHealth health) {
        // The pace comes last: it sets the next call's time aside when it is asked, and should be asked when all else
        // is open.
        return new Gate(atOnce, List.of(health, budget, new Pace(callsPerMinute)));
    }

    /** Waits until a call may start; closing the pass ends it. */
    public Pass enter(Lane lane) throws InterruptedException {
        return requireNonNull(enter(lane, () -> true));
    }

    /**
     * The same for the second call of an errand, the first in its lane: what the first call found would be old if everybody who waits
     * looked before anybody wrote.
     */
    public Pass enterNext(Lane lane) throws InterruptedException {
        lock.lockInterruptibly();
        Condition turn = lock.newCondition();
        line.joinInFront(lane, turn);
        return requireNonNull(awaitTurn(lane, turn, () -> true));
    }

    /**
     * Waits until a call may start, or is not wanted any more.
     *
     * @param wanted looked at before the call starts, and whenever {@link #lookAgain} is called
     * @return null if it is not wanted any more
     */
    public @Nullable Pass enter(Lane lane, BooleanSupplier wanted) throws InterruptedException {
        lock.lockInterruptibly();
        Condition turn = lock.newCondition();
        line.join(lane, turn);
        return awaitTurn(lane, turn, wanted);
    }

    /** For who stands in the line and holds the lock, which is given back. */
    private @Nullable Pass awaitTurn(Lane lane, Condition turn, BooleanSupplier wanted) throws InterruptedException {
        try {
            while (wanted.getAsBoolean()) {
                if (line.next(this::bars) != turn) {
                    wakeNext();
                    turn.await();
                    continue;
                }
                long closed = inFlight >= atOnce ? Hurdle.UNTIL_TOLD : closedFor(lane, inFlight);
                if (closed <= 0) {
                    line.served(lane);
                    hurdles.forEach(Hurdle::begun);
                    inFlight++;
                    return new Pass(this, lane);
                }
                var unused = turn.await(Math.min(closed, LONGEST_SLEEP), TimeUnit.NANOSECONDS);
            }
            return null;
        } finally {
            line.leave(lane, turn);
            wakeNext();
            lock.unlock();
        }
    }

    /** Lets no call start for a while. */
    public void hold(Duration pause) {
        locked(() -> {
            long until = System.nanoTime() + pause.toNanos();
            heldUntil = until - heldUntil > 0 ? until : heldUntil;
        });
    }

    /** Those who wait look again whether their call is wanted. */
    public void lookAgain() {
        locked(() -> line.forEach(Condition::signal));
    }

    /** How many wait. */
    int waiting() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** One more call of somebody who is inside: not in line, but over the same hurdles. */
    void again(Lane lane) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Condition moment = lock.newCondition();
            // Its own place does not count: it would wait for itself where only one call may be under way.
            for (long closed = closedFor(lane, inFlight - 1); closed > 0; closed = closedFor(lane, inFlight - 1)) {
                var unused = moment.await(Math.min(closed, LONGEST_SLEEP), TimeUnit.NANOSECONDS);
            }
            hurdles.forEach(Hurdle::begun);
        } finally {
            lock.unlock();
        }
    }

    /** A call of somebody who stays inside has ended. */
    void ended(Ending ending) {
        locked(() -> hurdles.forEach(hurdle -> hurdle.ended(ending)));
    }

    /** Somebody leaves. */
    void leave(Consumer<Hurdle> last) {
        locked(() -> {
            hurdles.forEach(last);
            inFlight--;
        });
    }

    private long closedFor(Lane lane, int others) {
        long longest = heldUntil - System.nanoTime();
        for (Hurdle hurdle : hurdles) {
            if (longest <= 0) {
                longest = hurdle.closedFor(lane, others);
            }
        }
        return longest;
    }

    private boolean bars(Lane lane) {
        return hurdles.stream().anyMatch(hurdle -> hurdle.bars(lane));
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    private void wakeNext() {
        Condition next = line.next(this::bars);
        if (next != null) {
            next.signal();
        }
    }
}
