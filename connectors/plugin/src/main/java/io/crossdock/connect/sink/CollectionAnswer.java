package io.crossdock.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.connect.http.Answer;
import io.crossdock.connect.http.Problem;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.ReceiptOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The answer to a call for several records: one result for each, in their order. */
final class CollectionAnswer {

    private CollectionAnswer() {}

    /**
     * What became of each.
     *
     * @return empty if the call was refused as a whole, which says nothing about any of them
     */
    static List<Attempt> read(Answer answer, int records) {
        JsonNode body = answer.body();
        if (answer.isSuccess() && body.isArray() && body.size() == records && isResult(body.path(0))) {
            List<Attempt> results = new ArrayList<>(records);
            body.forEach(result -> results.add(one(answer, result)));
            return results;
        }
        Problem problem = answer.problem();
        Attempt all = problem == null || (answer.isSuccess() && problem.kind() != Problem.Kind.BUSY)
                ? Again.of(AttemptKind.BATCHED, "no result for each record: " + answer.summary(), true)
                : Classification.of(problem, answer, AttemptKind.BATCHED);
        return all instanceof Again ? Collections.nCopies(records, all) : List.of();
    }

    private static boolean isResult(JsonNode result) {
        return result.path("success").isBoolean();
    }

    private static Attempt one(Answer answer, JsonNode result) {
        Problem problem = Problem.inResult(answer.status(), result);
        if (problem != null) {
            return Classification.of(problem, answer, AttemptKind.BATCHED);
        }
        return isResult(result)
                ? Settled.of(AttemptKind.BATCHED, ReceiptOutcome.APPLIED, answer.at(), null)
                : Again.of(AttemptKind.BATCHED, "no result for this record", true);
    }
}
