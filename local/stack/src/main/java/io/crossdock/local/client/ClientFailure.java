package io.crossdock.local.client;

import org.jspecify.annotations.Nullable;

/** Why a command has no good answer: one sentence for the person at the terminal, and the exit code. */
public final class ClientFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;
    private final boolean passing;

    /** A failure; {@code sentence} says what, where, why and what to do. */
    public ClientFailure(ExitCode exitCode, String sentence) {
        this(exitCode, sentence, null, false);
    }

    /** A failure because of {@code cause}. */
    public ClientFailure(ExitCode exitCode, String sentence, Throwable cause) {
        this(exitCode, sentence, cause, false);
    }

    private ClientFailure(ExitCode exitCode, String sentence, @Nullable Throwable cause, boolean passing) {
        super(sentence, cause);
        this.exitCode = exitCode;
        this.passing = passing;
    }

    /** There is no answer now, and may be one in a moment: nobody listens, or who listens is not ready. */
    static ClientFailure passing(String sentence, @Nullable Throwable cause) {
        return new ClientFailure(ExitCode.UNAVAILABLE, sentence, cause, true);
    }

    /** Whether it is worth asking again, as while a server starts. */
    public boolean isPassing() {
        return passing;
    }

    /** What the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** The sentence, never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
