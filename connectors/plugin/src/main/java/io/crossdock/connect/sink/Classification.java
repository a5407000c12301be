package io.crossdock.connect.sink;

import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.connect.http.Answer;
import io.crossdock.connect.http.Problem;
import io.crossdock.connect.http.RestClient;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.ReceiptOutcome;
import java.io.IOException;

/** How the answer to a write is to be understood: applied only if nothing in it says otherwise. */
final class Classification {

    private Classification() {}

    /** What an answer comes to. */
    static Attempt of(Answer answer) {
        Problem problem = answer.problem();
        return problem == null
                ? Settled.of(AttemptKind.SENT, ReceiptOutcome.APPLIED, answer.at(), null)
                : of(problem, answer, AttemptKind.SENT);
    }

    /** What a call without an answer comes to. */
    static Again of(IOException failure, AttemptKind how) {
        String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return Again.of(how, reason, !RestClient.neverSent(failure));
    }

    /** What one problem comes to, be it that of a part of the answer. */
    static Attempt of(Problem problem, Answer answer, AttemptKind how) {
        String summary = problem.summary();
        return switch (problem.kind()) {
            case BUSY -> new Again(how, summary, false, answer.retryAfter());
            case DOUBTFUL -> new Again(how, summary, true, answer.retryAfter());
            case UNSUPPORTED -> Settled.of(how, ReceiptOutcome.UNSUPPORTED, answer.at(), summary);
            case REFUSED -> Settled.of(how, ReceiptOutcome.REJECTED, answer.at(), summary);
        };
    }
}
