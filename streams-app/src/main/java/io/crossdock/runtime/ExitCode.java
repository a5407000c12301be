package io.crossdock.runtime;

/** How the process ends. */
public enum ExitCode {
    STOPPED(0),
    FAILED(1),
    MISCONFIGURED(2),
    PORT_TAKEN(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The process's exit status. */
    public int code() {
        return code;
    }
}
