package io.crossdock.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints what happens as it happens, with times; in colour on a terminal. */
final class Timeline {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String RED = "\u001b[31m";
    private static final String BOLD = "\u001b[1m";
    private static final String GREY = "\u001b[90m";
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean colours;

    Timeline(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** On the terminal if there is one, else plain. */
    static Timeline ofThisProcess() {
        boolean colours = System.getenv("NO_COLOR") == null && System.getenv("TERM") != null && isTerminal();
        return new Timeline(System.out, colours);
    }

    /** A heading. */
    void title(String text) {
        out.println();
        out.println(painted(BOLD, text));
    }

    /** Somebody did something in a system. */
    void did(String system, String what) {
        line(YELLOW, system, what);
    }

    /** The CRM shows it. */
    void shown(String status, String detail, double lagMillis) {
        line(GREEN, "CRM", String.format(Locale.ROOT, "shows %s after %.0f ms%s", status, lagMillis, detail));
    }

    /** Something worth knowing. */
    void note(String system, String what) {
        line(GREY, system, what);
    }

    /** Something that was meant to be violent. */
    void violence(String system, String what) {
        line(RED, system, what);
    }

    /** A line as it is. */
    void plain(String text) {
        out.println(text);
    }

    private void line(String colour, String system, String what) {
        String now = CLOCK.format(LocalTime.now(ZoneId.systemDefault()));
        out.println(
                painted(GREY, now) + "  " + painted(colour, String.format(Locale.ROOT, "%-9s", system)) + " " + what);
        out.flush();
    }

    private String painted(String colour, String text) {
        return colours ? colour + text + RESET : text;
    }

    private static boolean isTerminal() {
        // A console object says nothing about where the output goes, a link to a terminal does.
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).startsWith("/dev/pts");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
