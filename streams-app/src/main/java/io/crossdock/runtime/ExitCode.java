package io.crossdock.runtime;

/** How the process ends. */
public enum ExitCode {
    STOPPED(0),
    FAILED(1),
    MISCONFIGURED(2),
    PORT_TAKEN(3),
    /** Not the end: the process goes on in the next epoch. */
    NEXT_EPOCH(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The process's exit status. */
    public int code() {
        return code;
    }
}
