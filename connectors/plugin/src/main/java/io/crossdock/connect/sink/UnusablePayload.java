package io.crossdock.connect.sink;

import java.io.IOException;

/** A message's payload is no JSON object: no target could take it. */
final class UnusablePayload extends IOException {

    UnusablePayload(String message) {
        super(message);
    }
}
