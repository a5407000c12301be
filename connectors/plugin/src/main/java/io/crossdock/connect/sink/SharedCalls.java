package io.crossdock.connect.sink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.connect.call.Gate;
import io.crossdock.connect.call.Pass;
import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Message;
import io.crossdock.connect.delivery.Payloads;
import io.crossdock.connect.http.Answer;
import io.crossdock.connect.http.ApiCall;
import io.crossdock.connect.http.RestClient;
import io.crossdock.contract.AttemptKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several states in one call, when several wait: whoever's turn it is takes the others of its kind along. Nobody waits for
 * company, and each record has an outcome of its own.
 */
final class SharedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(SharedCalls.class);

    private final RestClient client;
    private final Gate gate;
    private final SalesforceShape shape;
    private final Boarding boarding;
    /** Records that a collection was refused with: each of them is sent by itself once. */
    private final Set<String> alone = ConcurrentHashMap.newKeySet();

    private volatile boolean known = true;

    SharedCalls(RestClient client, Gate gate, SalesforceShape shape, int most) {
        this.client = client;
        this.gate = gate;
        this.shape = shape;
        this.boarding = new Boarding(most);
    }

    /**
     * Writes a state, in company if there is any.
     *
     * @param own the call it makes if there is none
     */
    Attempt write(Message message, ApiCall own) throws IOException, InterruptedException {
        if (!known || alone.remove(message.recordName())) {
            return Classification.of(client.send(message.lane(), own));
        }
        Seat seat = new Seat(message, client.api(shape.collection(message)), shape.member(message));
        boarding.join(seat);
        try (Pass pass = gate.enter(message.lane(), seat::isWaiting)) {
            List<Seat> seats = pass == null ? List.of() : boarding.board(seat);
            if (pass != null && !seats.isEmpty()) {
                return seats.size() == 1 ? Classification.of(client.send(pass, own)) : drive(pass, seat, seats);
            }
        } finally {
            boarding.leave(seat);
        }
        return seat.arrival();
    }

    /** The call of all; how it ends is told to each, also if this thread is stopped in the middle. */
    private Attempt drive(Pass pass, Seat driver, List<Seat> seats) throws InterruptedException {
        gate.lookAgain();
        Attempt lost = Again.of(AttemptKind.BATCHED, "the call for several records was given up in the middle", true);
        try {
            Answer answer = client.send(pass, call(driver, seats));
            List<Attempt> results = CollectionAnswer.read(answer, seats.size());
            if (results.isEmpty()) {
                refused(answer, seats);
            } else {
                for (int i = 0; i < seats.size(); i++) {
                    seats.get(i).arrive(results.get(i));
                }
            }
        } catch (IOException e) {
            lost = Classification.of(e, AttemptKind.BATCHED);
        } finally {
            for (Seat seat : seats) {
                seat.arrive(lost);
            }
        }
        return driver.arrival();
    }

    private static ApiCall call(Seat driver, List<Seat> seats) {
        ObjectNode body = Payloads.object();
        body.put("allOrNone", false);
        var records = body.putArray("records");
        seats.forEach(seat -> records.add(seat.member()));
        String trace = driver.message().traceparent();
        return new ApiCall(
                "PATCH", driver.path(), trace == null ? Map.of() : Map.of("traceparent", trace), body.toString());
    }

    /** A refusal of the whole says nothing about anyone: one bad record must not hurt the others. */
    private void refused(Answer answer, List<Seat> seats) {
        if (answer.status() == 404 || answer.status() == 405 || answer.status() == 501) {
            known = false;
            LOG.warn(
                    "The target does not know {} ({}): every record has a call of its own from now on. Set batch.records=1",
                    seats.getFirst().path(),
                    answer.summary());
        }
        for (Seat seat : seats) {
            alone.add(seat.message().recordName());
            seat.arrive(Again.of(
                    AttemptKind.BATCHED,
                    "refused together with " + (seats.size() - 1) + " others, sent by itself next: " + answer.summary(),
                    false));
        }
    }
}
