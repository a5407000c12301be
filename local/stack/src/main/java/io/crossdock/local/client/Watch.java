package io.crossdock.local.client;

import io.crossdock.local.process.Pause;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks again and again and shows each answer in the place of the one before. */
final class Watch {

    private static final String TO_THE_TOP = "\u001b[H";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";
    private static final String CLEAR_REST_OF_SCREEN = "\u001b[J";

    private final PrintWriter out;
    private final boolean redraws;
    private final Duration every;

    /** Shows on {@code out}; where that cannot redraw, answers follow one another. */
    Watch(PrintWriter out, boolean redraws, Duration every) {
        this.out = out;
        this.redraws = redraws;
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
        if (redraws) {
            // Line by line instead of clearing all first: nothing flickers.
            out.print(TO_THE_TOP + text.replace("\n", CLEAR_REST_OF_LINE + "\n") + CLEAR_REST_OF_SCREEN);
        } else {
            out.println(text);
        }
        out.flush();
    }
}
