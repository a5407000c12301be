package io.crossdock.local.process;

import java.io.PrintStream;
import java.util.Locale;

/** The lines a person sees while the stack starts, runs and ends: seconds since the start, component, what happens. */
public final class Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Says what a component is doing now. */
    public void step(String component, String what) {
        line(component, what + " …");
    }

    /**
     * Says that a component got there, and how long it took.
     *
     * @param since {@link System#nanoTime} when it began
     */
    public void done(String component, String what, long since) {
        line(component, String.format(Locale.ROOT, "%s (%.1f s)", what, (System.nanoTime() - since) / 1e9));
    }

    /** A line as it is. */
    public synchronized void plain(String line) {
        out.println(line);
        out.flush();
    }

    /** Whole seconds since the launcher began, at least 1. */
    public long seconds() {
        return Math.max(1, Math.round((System.nanoTime() - began) / 1e9));
    }

    private void line(String component, String what) {
        plain(String.format(Locale.ROOT, "%6.1f s  %-10s %s", (System.nanoTime() - began) / 1e9, component, what));
    }
}
