package io.crossdock.connect.http;

import java.io.IOException;

/** The token endpoint gave us no token: the call it was for has not been made. */
final class TokenRefused extends IOException {

    TokenRefused(String message) {
        super(message);
    }
}
