package io.crossdock.local.client;

/** What the exit code of a command that asks a server says. */
public enum ExitCode {
    /** Found, or fine. */
    FINE(0),
    /** The answer is no, or bad: an unknown order, several candidates, a check that fails. */
    NO(1),
    /** The command line, or the question, is wrong; picocli ends with it too. */
    USAGE(2),
    /** There is no answer: nobody listens, not ready yet, failed, or what answered is no Crossdock. */
    UNAVAILABLE(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the process ends with. */
    public int number() {
        return number;
    }
}
