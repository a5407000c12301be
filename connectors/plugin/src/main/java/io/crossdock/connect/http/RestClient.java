package io.crossdock.connect.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a REST target: authenticated, within its quota, each call bounded in time. Safe for many threads; a call blocks its
 * thread, and an interrupt ends it.
 */
public final class RestClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RestClient.class);
    private static final int UNAUTHORIZED = 401;

    private final RestSettings settings;
    private final HttpClient http;
    private final Exchange exchange;
    private final AccessTokens tokens;
    private final Quota quota;

    /**
     * A client of one target.
     *
     * @param callsAtOnce most calls in flight
     */
    public RestClient(RestSettings settings, int callsAtOnce, Clock clock) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.exchange = new Exchange(http, new AnswerReader(clock), settings.requestTimeout());
        this.tokens = new AccessTokens(new TokenEndpoint(settings, exchange), clock);
        this.quota = new Quota(settings.callsPerMinute(), callsAtOnce);
    }

    /**
     * Makes one call; a token the target refuses is renewed once.
     *
     * @param path path and query below {@code base.url}, encoded
     * @param headers additional headers
     * @param body JSON, null for none
     * @throws IOException if there was no answer; {@link #neverSent} tells whether the target can have acted
     */
    public Answer send(String method, String path, Map<String, String> headers, @Nullable String body)
            throws IOException, InterruptedException {
        quota.acquire();
        try {
            String token = tokens.current();
            Answer answer = exchange.send(request(method, path, headers, body, token));
            if (answer.status() == UNAUTHORIZED) {
                tokens.refused(token);
                answer = exchange.send(request(method, path, headers, body, tokens.current()));
            }
            respectLimit(answer);
            return answer;
        } finally {
            quota.release();
        }
    }

    /** The path of something below the API's own path. */
    public String api(String path) {
        return settings.apiPath() + path;
    }

    /** True if a failed call cannot have reached the target. */
    public static boolean neverSent(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof TokenRefused;
    }

    private HttpRequest request(
            String method, String path, Map<String, String> headers, @Nullable String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.base() + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json; charset=UTF-8");
        }
        headers.forEach(request::header);
        return request.build();
    }

    private void respectLimit(Answer answer) {
        Duration asked = answer.retryAfter();
        boolean unavailable = answer.status() == 503 || answer.status() == 429;
        if (unavailable && asked != null) {
            hold(asked, answer);
        } else if (answer.isLimit() && answer.status() == 403) {
            hold(asked == null ? settings.limitBackoff() : asked, answer);
        }
    }

    private void hold(Duration pause, Answer answer) {
        LOG.warn(
                "{} at {} asks for less ({}): no calls for {} ms. If this repeats, lower calls.per.minute or buy a higher limit",
                settings.connection(),
                settings.base(),
                answer.summary(),
                pause.toMillis());
        quota.hold(pause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
