package io.crossdock.local.prove.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.access.User;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;

class TakenTest {

    private static final Taken WRITE =
            Taken.named(User.APP, "WRITE on topic orders.status").getFirst();

    @Test
    void shouldBeEachOperationOfEachGrantOnce() {
        // When
        List<Taken> all = Taken.all(User.APP);

        // Then
        assertThat(all).doesNotHaveDuplicates().contains(WRITE);
        assertThat(all)
                .hasSize(User.APP.grants().stream()
                        .mapToInt(grant -> grant.operations().size())
                        .sum());
        assertThat(WRITE.binding("probe").entry().operation()).isEqualTo(AclOperation.WRITE);
        assertThat(WRITE.binding("probe").entry().principal()).isEqualTo("User:probe");
    }

    @Test
    void shouldTakeNothingForAMessageThatNamesAnother() {
        assertThat(WRITE.isNamedIn("  WRITE on topic orders.status, to publish statuses"))
                .isTrue();
        assertThat(WRITE.isNamedIn("  WRITE on topic orders.events, to publish events"))
                .isFalse();
        assertThat(WRITE.isNamedIn("  READ on topic orders.status, to follow statuses"))
                .isFalse();
    }

    @Test
    void shouldKnowARefusalOfKafkasClients() {
        assertThat(WRITE.isRefusedIn("TopicAuthorizationException: Not authorized to access topics: [orders.status]"))
                .isTrue();
        assertThat(WRITE.isRefusedIn("Not authorized to access topics: [orders.events]"))
                .isFalse();
        assertThat(WRITE.isRefusedIn("orders.status is subscribed")).isFalse();
    }
}
