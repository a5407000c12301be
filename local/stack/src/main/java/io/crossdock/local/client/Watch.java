package io.crossdock.local.client;

import io.crossdock.local.process.Pause;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Asks again and again and shows each answer in the place of the one before. */
final class Watch {

    private static final String TO_THE_TOP = "\u001b[H";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";
    private static final String CLEAR_REST_OF_SCREEN = "\u001b[J";

    /** As a number of rows: there is no terminal that could redraw; answers follow one another. */
    static final int NO_REDRAW = 0;

    private final PrintWriter out;
    private final int rows;
    private final Duration every;

    /** Shows on {@code out}, a terminal of so many rows. */
    Watch(PrintWriter out, int rows, Duration every) {
        this.out = out;
        this.rows = rows;
        this.every = every;
    }

    /**
     * Until the thread is interrupted, or an answer is not fine; a server that is away for a while is waited for.
     *
     * @throws ClientFailure if asking again is of no use
     */
    ExitCode run(Supplier<Answer> question) {
        while (!Thread.currentThread().isInterrupted()) {
            Answer answer = ask(question);
            show(answer.text());
            if (answer.exitCode() != ExitCode.FINE) {
                return answer.exitCode();
            }
            Pause.millis(every.toMillis());
        }
        return ExitCode.FINE;
    }

    private static Answer ask(Supplier<Answer> question) {
        try {
            return question.get();
        } catch (ClientFailure failure) {
            if (failure.exitCode() != ExitCode.UNAVAILABLE) {
                throw failure;
            }
            return new Answer(failure.sentence() + System.lineSeparator(), ExitCode.FINE);
        }
    }

    private void show(String text) {
        if (rows == NO_REDRAW) {
            out.println(text);
        } else {
            // Line by line instead of clearing all first: nothing flickers.
            out.print(TO_THE_TOP + fitting(text).replace("\n", CLEAR_REST_OF_LINE + "\n") + CLEAR_REST_OF_SCREEN);
        }
        out.flush();
    }

    /** What stands at the top matters most; what is too long would push it out. */
    private String fitting(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < rows) {
            return text;
        }
        int shown = Math.max(1, rows - 2);
        return String.join("\n", lines.subList(0, shown)) + "\n… " + (lines.size() - shown) + " more lines\n";
    }
}
