package io.crossdock.connect.delivery;

import java.io.IOException;

/** A message's payload is nothing that the target could take: it is refused before anything is sent. */
public final class UnusablePayload extends IOException {

    /** What is wrong with it, without its content. */
    public UnusablePayload(String message) {
        super(message);
    }
}
