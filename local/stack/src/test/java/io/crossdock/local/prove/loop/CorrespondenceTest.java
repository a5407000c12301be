package io.crossdock.local.prove.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.activity.Version;
import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.loop.Correspondence.Tried;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrespondenceTest {

    private final Correspondence mail = new Correspondence();

    @Test
    void shouldAcceptMessagesThatWereTriedAndAnsweredAndDeliveredAgain() {
        // Given: the second attempt was applied; then it is delivered again, to another task
        mail.sent("m1");
        tried("m1", "1.1", 1, "SENT", "AGAIN");
        tried("m1", "1.1", 2, "SENT", "APPLIED");
        mail.answered("m1", "APPLIED");
        mail.sent("m2");
        tried("m2", "1.2", 1, "SENT", "APPLIED");
        mail.answered("m2", "APPLIED");
        tried("m1", "1.1", 1, "READ_BACK", "FENCED");
        mail.answered("m1", "FENCED");

        // Then
        assertThat(failed()).isEmpty();
        assertThat(mail.toldAgain()).isEqualTo(1);
        assertThat(mail.unanswered()).isZero();
    }

    @Test
    void shouldNoticeAMessageWithoutAReceipt() {
        // Given
        applied("m1", "1.1");
        mail.sent("m2");
        tried("m2", "1.2", 1, "SENT", "APPLIED");

        // Then
        assertThat(failed()).containsExactly("every message has its receipt");
        assertThat(mail.unanswered()).isEqualTo(1);
    }

    @Test
    void shouldNoticeAMessageThatTheLedgerDoesNotKnow() {
        // Given
        applied("m1", "1.1");
        mail.sent("m2");
        mail.answered("m2", "APPLIED");

        // Then
        assertThat(failed()).containsExactly("the ledger has no gap");
    }

    @Test
    void shouldNoticeAnAttemptThatIsMissingInTheLedger() {
        // Given
        mail.sent("m1");
        tried("m1", "1.1", 1, "SENT", "AGAIN");
        tried("m1", "1.1", 3, "SENT", "APPLIED");
        mail.answered("m1", "APPLIED");

        // Then
        assertThat(failed()).containsExactly("the ledger has no gap");
    }

    @Test
    void shouldNoticeThatTheLedgerGoesBack() {
        // Given
        applied("m2", "1.2");
        applied("m1", "1.1");

        // Then
        assertThat(failed()).containsExactly("nothing in the ledger goes back");
    }

    @Test
    void shouldLetRowsComeInAnyOrderWhereNothingIsWrittenOver() {
        // Given
        for (String version : List.of("1.2", "1.1")) {
            mail.sent(version);
            mail.tried(new Tried(version, "", Version.parse(version), 1, "SENT", "APPLIED"));
            mail.answered(version, "APPLIED");
        }

        // Then
        assertThat(failed()).isEmpty();
    }

    @Test
    void shouldNoticeThatATargetRefused() {
        // Given
        applied("m1", "1.1");
        mail.sent("m2");
        tried("m2", "1.2", 1, "SENT", "REJECTED");
        mail.answered("m2", "REJECTED");

        // Then
        assertThat(failed()).containsExactly("no target refused or was given up");
    }

    @Test
    void shouldNotBlameTheRunForWhatWasSentBefore() {
        // Given: its first attempt was before we listened
        applied("m1", "1.1");
        tried("before", "1.2", 4, "SENT", "APPLIED");
        mail.answered("before", "APPLIED");

        // Then
        assertThat(failed()).isEmpty();
    }

    private void applied(String key, String version) {
        mail.sent(key);
        tried(key, version, 1, "SENT", "APPLIED");
        mail.answered(key, "APPLIED");
    }

    private void tried(String key, String version, int number, String how, String outcome) {
        mail.tried(new Tried(key, "record", Version.parse(version), number, how, outcome));
    }

    private List<String> failed() {
        return mail.checks().stream()
                .filter(check -> !check.passed())
                .map(Check::what)
                .toList();
    }
}
