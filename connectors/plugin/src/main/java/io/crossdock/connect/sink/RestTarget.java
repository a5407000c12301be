package io.crossdock.connect.sink;

import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.connect.delivery.Finding;
import io.crossdock.connect.delivery.Message;
import io.crossdock.connect.delivery.Target;
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

/** A REST API as a target: its shape says what to call, this what an answer means. */
final class RestTarget implements Target {

    private final RestClient client;
    private final Shape shape;
    private final Clock clock;

    RestTarget(RestClient client, Shape shape, Clock clock) {
        this.client = client;
        this.shape = shape;
        this.clock = clock;
    }

    @Override
    public Attempt write(Message message) throws InterruptedException {
        try {
            String body = shape.body(message);
            return Classification.of(client.send(
                    message.lane(),
                    new ApiCall(shape.method(), client.api(shape.path(message)), headers(message), body)));
        } catch (UnusablePayload e) {
            return Settled.of(AttemptKind.REMEMBERED, ReceiptOutcome.REJECTED, clock.instant(), e.getMessage());
        } catch (IOException e) {
            return Again.of(AttemptKind.SENT, text(e), !RestClient.neverSent(e));
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
            return new Finding.Failed(
                    Again.of(AttemptKind.READ_BACK, "reading the version back failed: " + text(e), true));
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

    private static String text(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    @Override
    public void close() {
        client.close();
    }
}
