package io.crossdock.connect.sink;

import io.crossdock.connect.call.Lane;
import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.connect.delivery.Finding;
import io.crossdock.connect.delivery.Message;
import io.crossdock.connect.delivery.Target;
import io.crossdock.connect.delivery.UnusablePayload;
import io.crossdock.connect.http.Answer;
import io.crossdock.connect.http.ApiCall;
import io.crossdock.connect.http.Problem;
import io.crossdock.connect.http.RestClient;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.ReceiptOutcome;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A REST API as a target: its shape says what to call, this what an answer means. */
final class RestTarget implements Target {

    private final RestClient client;
    private final Shape shape;
    private final @Nullable SharedCalls shared;
    private final Clock clock;

    /**
     * A target.
     *
     * @param shared calls for several states, null if each has its own
     */
    RestTarget(RestClient client, Shape shape, @Nullable SharedCalls shared, Clock clock) {
        this.client = client;
        this.shape = shape;
        this.shared = shared;
        this.clock = clock;
    }

    @Override
    public Attempt write(Message message) throws InterruptedException {
        return write(message, client::send);
    }

    @Override
    public Attempt writeNext(Message message) throws InterruptedException {
        return write(message, client::sendNext);
    }

    /** How a call of its own waits for its turn. */
    private interface Way {
        Answer send(Lane lane, ApiCall call) throws IOException, InterruptedException;
    }

    private Attempt write(Message message, Way way) throws InterruptedException {
        try {
            ApiCall call =
                    new ApiCall(shape.method(), client.api(shape.path(message)), headers(message), shape.body(message));
            return shared != null && message.state()
                    ? shared.write(message, call)
                    : Classification.of(way.send(message.lane(), call));
        } catch (UnusablePayload e) {
            return Settled.of(AttemptKind.REMEMBERED, ReceiptOutcome.REJECTED, clock.instant(), e.getMessage());
        } catch (IOException e) {
            return Classification.of(e, AttemptKind.SENT);
        }
    }

    @Override
    public Finding find(Message message) throws InterruptedException {
        try {
            Answer answer = client.send(message.lane(), ApiCall.get(client.api(shape.look(message))));
            Problem problem = answer.problem();
            if (problem == null) {
                return new Finding.Holds(answer.at(), shape.version(message, answer.body()));
            }
            if (answer.status() == 404) {
                return new Finding.Absent();
            }
            return problem.kind() == Problem.Kind.UNSUPPORTED && shape.mayBeUnreadable()
                    ? new Finding.NotAsked()
                    : new Finding.Failed(Classification.of(answer));
        } catch (IOException e) {
            return new Finding.Failed(Classification.of(e, AttemptKind.READ_BACK));
        }
    }

    private static Map<String, String> headers(Message message) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Idempotency-Key", message.idempotencyKey());
        if (message.traceparent() != null) {
            headers.put("traceparent", message.traceparent());
        }
        return headers;
    }

    @Override
    public void close() {
        client.close();
    }
}
