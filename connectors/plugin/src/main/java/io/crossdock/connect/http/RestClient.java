package io.crossdock.connect.http;

import io.crossdock.connect.call.Ending;
import io.crossdock.connect.call.Gate;
import io.crossdock.connect.call.Lane;
import io.crossdock.connect.call.Pass;
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
 * Calls a REST target: authenticated, through its gate, each call bounded in time. Safe for many threads; a call blocks its
 * thread, and an interrupt ends it.
 */
public final class RestClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RestClient.class);
    private static final int UNAUTHORIZED = 401;

    private final RestSettings settings;
    private final HttpClient http;
    private final Exchange exchange;
    private final @Nullable AccessTokens tokens;
    private final Gate gate;

    /**
     * A client of one target.
     *
     * @param gate where its calls wait, those for tokens too
     */
    public RestClient(RestSettings settings, Gate gate, Clock clock) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.exchange = new Exchange(http, new AnswerReader(clock), settings.requestTimeout());
        this.tokens = settings.anonymous() ? null : new AccessTokens(new TokenEndpoint(settings, exchange), clock);
        this.gate = gate;
    }

    /**
     * Waits for its turn and makes one call; a token the target refuses is renewed once.
     *
     * @throws IOException if there was no answer; {@link #neverSent} tells whether the target can have acted
     */
    public Answer send(Lane lane, ApiCall call) throws IOException, InterruptedException {
        try (Pass pass = gate.enter(lane)) {
            return send(pass, call);
        }
    }

    /** The same for a call that follows upon another one about the same thing: it waits before the others of its lane. */
    public Answer sendNext(Lane lane, ApiCall call) throws IOException, InterruptedException {
        try (Pass pass = gate.enterNext(lane)) {
            return send(pass, call);
        }
    }

    /** The same for a call whose turn it is. */
    public Answer send(Pass pass, ApiCall call) throws IOException, InterruptedException {
        try {
            Answer answer = authenticated(pass, call);
            respectLimit(answer);
            pass.end(new Ending(answer.at(), answer.usage(), answer.isOutage() ? answer.summary() : null));
            return answer;
        } catch (IOException e) {
            pass.end(Ending.failed(e.getClass().getSimpleName() + ": " + e.getMessage()));
            throw e;
        }
    }

    private Answer authenticated(Pass pass, ApiCall call) throws IOException, InterruptedException {
        if (tokens == null) {
            pass.call();
            return exchange.send(request(call, null));
        }
        String token = tokens.current(pass);
        pass.call();
        Answer answer = exchange.send(request(call, token));
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        tokens.refused(token);
        String renewed = tokens.current(pass);
        pass.call();
        return exchange.send(request(call, renewed));
    }

    /** The path of something below the API's own path. */
    public String api(String path) {
        return settings.apiPath() + path;
    }

    /** Asks a query of the API's own language, in the normal lane, for answers of so many records at most. */
    public Answer query(String query, int batchSize) throws IOException, InterruptedException {
        return send(Lane.NORMAL, batched(api("/query?q=" + HttpAddress.encode(query)), batchSize));
    }

    /** A further answer to a query, by the address that the last one gave. */
    public Answer more(String locator, int batchSize) throws IOException, InterruptedException {
        return send(Lane.NORMAL, batched(locator, batchSize));
    }

    private static ApiCall batched(String path, int batchSize) {
        return new ApiCall("GET", path, Map.of("Sforce-Query-Options", "batchSize=" + batchSize), null);
    }

    /** True if a failed call cannot have reached the target. */
    public static boolean neverSent(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof TokenRefused;
    }

    private HttpRequest request(ApiCall call, @Nullable String token) {
        String body = call.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.base() + call.path()))
                .header("Accept", "application/json")
                .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json; charset=UTF-8");
        }
        call.headers().forEach(request::header);
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
        gate.hold(pause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
