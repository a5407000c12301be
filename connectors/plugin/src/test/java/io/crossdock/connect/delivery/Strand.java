package io.crossdock.connect.delivery;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A piece of blocking code that runs only while somebody waits for it: it stops at every question until it is answered. */
final class Strand {

    /** Thrown at a question of a strand that is given up, as if its process had been killed there. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private static final ThreadLocal<Strand> CURRENT = new ThreadLocal<>();

    private final Thread thread;
    private volatile boolean running;
    private volatile @Nullable Thread driver;
    private boolean started;
    private boolean ended;
    private boolean killed;
    private @Nullable Object question;
    private @Nullable Object answer;
    private @Nullable Throwable failure;

    Strand(Runnable body) {
        this.thread = Thread.ofVirtual().unstarted(() -> run(body));
    }

    /** Stops the strand that calls until its question is answered. */
    static Object ask(Object question) {
        return Objects.requireNonNull(CURRENT.get(), "only a strand asks").stop(question);
    }

    /** Runs to the first question, or to the end. */
    void begin() {
        go();
    }

    /** Answers the question and runs to the next, or to the end. */
    void answer(Object given) {
        answer = given;
        go();
    }

    /** Ends it where it stands. */
    void kill() {
        if (started && !ended) {
            killed = true;
            go();
        }
    }

    /** What it waits for; null if it has ended. */
    @Nullable
    Object question() {
        return ended ? null : question;
    }

    private void go() {
        driver = Thread.currentThread();
        running = true;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
        while (running) {
            LockSupport.park(this);
        }
        if (failure != null) {
            throw new IllegalStateException("A strand failed", failure);
        }
    }

    private Object stop(Object asked) {
        question = asked;
        rest();
        while (!running) {
            LockSupport.park(this);
        }
        if (killed) {
            throw new Killed();
        }
        return Objects.requireNonNull(answer);
    }

    private void run(Runnable body) {
        CURRENT.set(this);
        try {
            body.run();
        } catch (Killed expected) {
            question = null;
        } catch (Throwable e) {
            failure = e;
        }
        ended = true;
        rest();
    }

    private void rest() {
        Thread waiting = driver;
        running = false;
        LockSupport.unpark(waiting);
    }
}
