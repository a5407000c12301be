package io.crossdock.local.prove.loop;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tidying up that is done once: when it is closed, or when the process is told to end before. */
public final class AtExit implements AutoCloseable {

    private final AtomicBoolean done = new AtomicBoolean();
    private final Runnable tidying;
    private final Thread hook;

    /** Promises it for when this is closed. */
    public AtExit(Runnable tidying) {
        this.tidying = tidying;
        this.hook = new Thread(this::once, "tidy-up");
    }

    /** Promises it also for the case that the process is told to end before. */
    public void alsoOnSignals() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        once();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook finds nothing left to do.
        }
    }

    private void once() {
        if (done.compareAndSet(false, true)) {
            tidying.run();
        }
    }
}
