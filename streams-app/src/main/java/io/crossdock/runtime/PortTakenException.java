package io.crossdock.runtime;

/** A port the application listens on is in use. */
public final class PortTakenException extends RuntimeException {

    PortTakenException(int port, String variable, Throwable cause) {
        super(
                "Port " + port + " is in use. End the process that has it, or set " + variable + " to another port.",
                cause);
    }
}
