package io.crossdock.local.client;

import java.io.PrintWriter;

/** A line about what goes on: on a terminal drawn in its own place, else now and then a line of its own. */
public final class Ticker {

    private static final String TO_THE_LEFT = "\r";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";
    private static final long BETWEEN_LINES_NANOS = 10_000_000_000L;

    private final PrintWriter out;
    private final boolean inPlace;
    private final int width;
    private String phase = "";
    private long shownAt;

    /** A line of {@code width} columns; {@code inPlace} on a terminal that can redraw. */
    Ticker(PrintWriter out, boolean inPlace, int width) {
        this.out = out;
        this.inPlace = inPlace;
        this.width = width;
    }

    /** Shows how it stands; {@code phase} is what goes on, whose beginning is always shown. */
    public void show(String phase, String text) {
        if (inPlace) {
            // The last column stays free: writing there makes some terminals begin a new line.
            out.print(TO_THE_LEFT + text.substring(0, Math.min(text.length(), width - 1)) + CLEAR_REST_OF_LINE);
        } else if (!phase.equals(this.phase) || System.nanoTime() - shownAt > BETWEEN_LINES_NANOS) {
            out.println(text);
            shownAt = System.nanoTime();
        }
        this.phase = phase;
        out.flush();
    }

    /** Makes place for the answer. */
    public void end() {
        if (inPlace && !phase.isEmpty()) {
            out.print(TO_THE_LEFT + CLEAR_REST_OF_LINE);
            out.flush();
        }
        phase = "";
    }
}
