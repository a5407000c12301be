package io.crossdock.local.start;

import io.crossdock.local.process.StackFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Runs the steps of a start side by side, each on a thread of its own, and reports the first that fails at once. */
final class Steps {

    private final Executor threads = step -> Thread.ofVirtual().start(step);
    private final CompletableFuture<Void> firstFailure = new CompletableFuture<>();

    /** Runs a step as soon as those it needs are done. */
    CompletableFuture<Void> after(CompletableFuture<?>[] needed, Runnable step) {
        return CompletableFuture.allOf(needed).thenRunAsync(() -> reporting(step), threads);
    }

    /** Runs a step that needs no other. */
    CompletableFuture<Void> first(Runnable step) {
        return after(new CompletableFuture<?>[0], step);
    }

    /** Runs a step after one other. */
    CompletableFuture<Void> after(CompletableFuture<?> needed, Runnable step) {
        return after(new CompletableFuture<?>[] {needed}, step);
    }

    /**
     * Waits for these steps, but no longer than until any step fails.
     *
     * @param death completes when a process that had started ends for good
     */
    void await(CompletableFuture<StackFailure> death, CompletableFuture<?>... last) {
        CompletableFuture<Void> died = death.thenAccept(failure -> {
            throw failure;
        });
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(last), firstFailure, died)
                    .join();
        } catch (CompletionException e) {
            throw asFailure(e);
        }
    }

    private void reporting(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            firstFailure.completeExceptionally(e);
            throw e;
        }
    }

    private static StackFailure asFailure(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && !(root instanceof StackFailure)) {
            root = root.getCause();
        }
        return root instanceof StackFailure failure ? failure : new StackFailure("The start failed: " + root, error);
    }
}
