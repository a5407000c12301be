package io.crossdock.crm.http;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Access tokens that were given out and are still good; a restart forgets them all. */
final class AccessTokens {
    private static final String ORGANISATION = "00D5g000004XcDk";
    private static final int BYTES = 48;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Long> deadlines = new ConcurrentHashMap<>();
    private final long lifeNanos;

    AccessTokens(Duration life) {
        this.lifeNanos = life.toNanos();
    }

    String issue() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token =
                ORGANISATION + "!" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long now = System.nanoTime();
        deadlines.values().removeIf(deadline -> deadline - now < 0);
        deadlines.put(token, now + lifeNanos);
        return token;
    }

    boolean accepts(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        Long deadline = deadlines.get(authorization.substring("Bearer ".length()));
        return deadline != null && deadline - System.nanoTime() > 0;
    }

    void expireAll() {
        deadlines.clear();
    }
}
