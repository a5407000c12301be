package io.crossdock.connect.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The token endpoint gave us no token: the call it was for has not been made. */
final class TokenRefused extends IOException {

    TokenRefused(String message, @Nullable IOException cause) {
        super(message, cause);
    }
}
