package io.crossdock.connect.sink;

import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.connect.http.Answer;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.ReceiptOutcome;

/** How the answer to a write is to be understood. */
final class Classification {

    private Classification() {}

    /** Applied, unsupported, rejected, or to be tried again; a server's own error leaves open whether it was applied. */
    static Attempt of(Answer answer) {
        int status = answer.status();
        if (answer.isSuccess()) {
            return Settled.of(AttemptKind.SENT, ReceiptOutcome.APPLIED, answer.at(), null);
        }
        if (answer.isLimit() || status == 401 || status == 408) {
            return new Again(AttemptKind.SENT, answer.summary(), false, answer.retryAfter());
        }
        if (status >= 500) {
            return new Again(AttemptKind.SENT, answer.summary(), true, answer.retryAfter());
        }
        ReceiptOutcome outcome = isUnknownToTarget(answer) ? ReceiptOutcome.UNSUPPORTED : ReceiptOutcome.REJECTED;
        return Settled.of(AttemptKind.SENT, outcome, answer.at(), answer.summary());
    }

    /** A 404 may mean the record or its kind: it is a refusal, because data may cure it; these two can never be cured so. */
    private static boolean isUnknownToTarget(Answer answer) {
        return answer.status() == 405 || answer.errorCode().equals("INVALID_TYPE");
    }
}
