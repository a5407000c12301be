package io.crossdock.connect.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.connect.call.Pass;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The one access token all calls of a client share; fetched when it is first needed, and again when it has expired. */
final class AccessTokens {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final TokenEndpoint endpoint;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable String token;
    private Instant expiry = Instant.MAX;

    AccessTokens(TokenEndpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /**
     * The token to use now.
     *
     * @param pass what a call for a new one is charged to
     * @throws IOException if the token endpoint cannot be reached or refuses us
     */
    String current(Pass pass) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            String known = token;
            if (known != null && clock.instant().isBefore(expiry)) {
                return known;
            }
            pass.call();
            JsonNode answer = endpoint.request();
            String fresh = answer.path("access_token").asText();
            token = fresh;
            expiry = answer.path("expires_in").canConvertToLong()
                    ? clock.instant()
                            .plusSeconds(answer.path("expires_in").asLong())
                            .minus(MARGIN)
                    : Instant.MAX;
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a token the target refused, unless another call has replaced it already. */
    void refused(String old) {
        lock.lock();
        try {
            if (old.equals(token)) {
                token = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
