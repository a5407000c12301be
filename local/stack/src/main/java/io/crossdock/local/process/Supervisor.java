package io.crossdock.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Starts processes, waits until they answer, starts them again when they end by themselves, and ends them in reverse order. */
public final class Supervisor {

    private static final long BEFORE_RESTART_MS = 500;

    private final Path logs;
    private final Path run;
    private final String mark;
    private final Progress progress;
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final Map<String, RestartBudget> budgets = new LinkedHashMap<>();
    private final CompletableFuture<StackFailure> failure = new CompletableFuture<>();
    private final Object end = new Object();
    private boolean ending;

    /**
     * @param logs where each process's output goes, one file per component
     * @param run where pid files are
     * @param mark text that the command line of every process of this stack contains
     */
    public Supervisor(Path logs, Path run, String mark, Progress progress) {
        this.logs = logs;
        this.run = run;
        this.mark = mark;
        this.progress = progress;
    }

    /**
     * Starts a process and waits until it answers.
     *
     * @throws StackFailure if it ends, or does not answer in time
     */
    public void start(ChildSpec spec) {
        Child.rotate(log(spec));
        Child child = launch(spec);
        Runnable givesUp = () -> {
            throw tooSlow(spec);
        };
        if (!awaitReady(spec, child, givesUp)) {
            throw new StackFailure(child.obituary());
        }
        child.onEnd(() -> ended(spec, child));
    }

    /** Completes when a process ended that cannot be started again. */
    public CompletableFuture<StackFailure> failure() {
        return failure;
    }

    /** Whether the end has begun. */
    public synchronized boolean isEnding() {
        return ending;
    }

    /** Ends all processes, the last started first; returns when nothing runs any more. */
    public void endAll() {
        // Whoever comes second, a signal while a failure already ends the stack, waits until the first has done it.
        synchronized (end) {
            for (Child child : takeAll()) {
                progress.step(child.spec().name(), "ending");
                child.end();
            }
        }
    }

    /** The last started first, but databases after all of their users, however long those took to start. */
    private synchronized List<Child> takeAll() {
        ending = true;
        List<Child> all = new ArrayList<>(children.values()).reversed();
        children.clear();
        return all.stream()
                .sorted(Comparator.comparing((Child child) -> child.spec().kind()))
                .toList();
    }

    private synchronized Child launch(ChildSpec spec) {
        if (ending) {
            throw new StackFailure("The stack is ending, " + spec.name() + " is not started any more.");
        }
        Child child = Child.start(spec, PidFile.of(run, spec.name(), mark), log(spec));
        children.put(spec.name(), child);
        return child;
    }

    /**
     * Waits until it answers; false if it ends before.
     *
     * @param late told when it has taken longer than it may, and again each time that has passed once more
     */
    private static boolean awaitReady(ChildSpec spec, Child child, Runnable late) {
        long until = System.nanoTime() + spec.patience().toNanos();
        while (!spec.ready().getAsBoolean()) {
            if (!child.isAlive()) {
                return false;
            }
            if (System.nanoTime() > until) {
                late.run();
                until += spec.patience().toNanos();
            }
            Pause.millis(40);
        }
        return true;
    }

    private StackFailure tooSlow(ChildSpec spec) {
        return new StackFailure(spec.name() + " does not answer after "
                + spec.patience().toSeconds() + " s; its log " + log(spec) + " ends:"
                + LogTail.of(log(spec), 12));
    }

    private void ended(ChildSpec spec, Child child) {
        if (isEnding()) {
            return;
        }
        if (!budget(spec).take(System.nanoTime())) {
            failure.complete(new StackFailure(
                    "Given up after " + RestartBudget.AT_MOST + " restarts in a minute: " + child.obituary()));
        } else {
            Thread.ofVirtual().name("restart-" + spec.name()).start(() -> restart(spec, child));
        }
    }

    private void restart(ChildSpec spec, Child ended) {
        String how = ended.obituary().lines().findFirst().orElse("").replaceAll(";.*", "");
        progress.step(spec.name(), how.substring(spec.name().length() + 1) + ", starting it again");
        long since = System.nanoTime();
        // What it leaves behind ends a moment later: a database's own processes still hold its memory.
        Pause.millis(BEFORE_RESTART_MS);
        try {
            Child child = launch(spec);
            // One that ends once more before it answers is one more restart, as long as there are some left.
            child.onEnd(() -> ended(spec, child));
            // A running stack does not end because one of its processes is slow: who waits is told.
            Runnable waits = () -> progress.step(
                    spec.name(),
                    "runs and does not answer after " + spec.patience().toSeconds() + " s, its log is " + log(spec)
                            + ", waiting on");
            if (awaitReady(spec, child, waits)) {
                progress.done(spec.name(), "answers again as pid " + child.pid(), since);
            }
        } catch (StackFailure e) {
            if (!isEnding()) {
                failure.complete(e);
            }
        }
    }

    private synchronized RestartBudget budget(ChildSpec spec) {
        return budgets.computeIfAbsent(spec.name(), name -> new RestartBudget());
    }

    private Path log(ChildSpec spec) {
        return logs.resolve(spec.name() + ".log");
    }
}
