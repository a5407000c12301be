package io.crossdock.runtime;

/** The application cannot listen where it is told to: the port is in use, or the address is none of this machine. */
public final class PortTakenException extends RuntimeException {

    PortTakenException(String address, int port, String variable, Throwable cause) {
        super(
                String.valueOf(cause).contains("assign")
                        ? address + " is no address of this machine: set CROSSDOCK_BIND_ADDRESS to one that is."
                        : "Port " + port + " is in use. End the process that has it, or set " + variable
                                + " to another port.",
                cause);
    }
}
