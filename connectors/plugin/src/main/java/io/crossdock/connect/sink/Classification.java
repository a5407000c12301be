package io.crossdock.connect.sink;

import io.crossdock.connect.http.Answer;
import io.crossdock.connect.sink.Attempt.Again;
import io.crossdock.connect.sink.Attempt.Settled;
import io.crossdock.contract.ReceiptOutcome;

/** How the answer to a write is to be understood. */
final class Classification {

    private Classification() {}

    /** Applied, unsupported, rejected, or to be tried again; a server's own error leaves open whether it was applied. */
    static Attempt of(Answer answer) {
        int status = answer.status();
        if (answer.isSuccess()) {
            return new Settled(ReceiptOutcome.APPLIED, answer.at(), null, null);
        }
        if (answer.isLimit() || status == 401 || status == 408) {
            return new Again(answer.summary(), false, answer.retryAfter());
        }
        if (status >= 500) {
            return new Again(answer.summary(), true, answer.retryAfter());
        }
        ReceiptOutcome outcome = isUnknownToTarget(answer) ? ReceiptOutcome.UNSUPPORTED : ReceiptOutcome.REJECTED;
        return new Settled(outcome, answer.at(), null, answer.summary());
    }

    /** A 404 may mean the record or its kind: it is a refusal, because data may cure it; these two can never be cured so. */
    private static boolean isUnknownToTarget(Answer answer) {
        return answer.status() == 405 || answer.errorCode().equals("INVALID_TYPE");
    }
}
