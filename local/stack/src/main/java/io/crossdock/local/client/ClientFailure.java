package io.crossdock.local.client;

/** Why a command has no good answer: one sentence for the person at the terminal, and the exit code. */
public final class ClientFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    /** A failure; {@code sentence} says what, where, why and what to do. */
    public ClientFailure(ExitCode exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** A failure because of {@code cause}. */
    public ClientFailure(ExitCode exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
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
