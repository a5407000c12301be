package io.crossdock.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void shouldSayWhichGrantIsMissingUnderWhateverWasThrown() {
        // Given: as Kafka Streams hands it on
        Throwable failure = new StreamsException(
                "task 0_1", new IllegalStateException(new TopicAuthorizationException(Set.of("orders.status"))));

        // Then
        assertThat(Refusal.in(failure, User.APP))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("refuses crossdock-app", "[orders.status]")
                        .contains("WRITE on topic orders.status, to publish statuses"));
    }

    @Test
    void shouldSayItOfGroupsAndOfTransactionsWhichAreNotNamed() {
        assertThat(Refusal.in(GroupAuthorizationException.forGroupId("crossdock"), User.APP))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("DELETE on group crossdock", "READ on group crossdock, to share the work"));
        assertThat(Refusal.in(new TransactionalIdAuthorizationException("refused"), User.APP))
                .hasValueSatisfying(text ->
                        assertThat(text).contains("WRITE on transactional id crossdock-*, to write exactly once"));
    }

    @Test
    void shouldSayThatItHasNoBusinessThere() {
        assertThat(Refusal.in(new TopicAuthorizationException(Set.of("payroll")), User.APP))
                .hasValueSatisfying(text -> assertThat(text).contains("payroll", "in no grant of its"));
    }

    @Test
    void shouldNotTakeAnotherFailureForARefusal() {
        assertThat(Refusal.in(new StreamsException(new TimeoutException("late")), User.APP))
                .isEmpty();
    }
}
