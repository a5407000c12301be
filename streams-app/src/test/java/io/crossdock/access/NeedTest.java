package io.crossdock.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class NeedTest {

    @Test
    void shouldBeAllThatAUsersGrantsSayOfATopic() {
        // Given: a literal grant and a prefix are about the receipts
        List<Need> needs = Need.of(User.APP, ResourceType.TOPIC, "out.receipts");

        // Then
        assertThat(needs).extracting(Need::operation).containsExactlyInAnyOrder(AclOperation.READ, AclOperation.WRITE);
        assertThat(Need.of(User.SUBSCRIBER, ResourceType.TOPIC, "out.receipts")).isEmpty();
    }

    @Test
    void shouldNameWhatIsMissing() {
        // Given
        List<Need> needs = Need.of(User.APP, ResourceType.TOPIC, "facts");

        // Then: Describe comes with Read, and is nobody's need of its own
        assertThat(Need.missing(needs, Set.of(AclOperation.READ, AclOperation.DESCRIBE)))
                .extracting(Need::text)
                .containsExactly("WRITE on topic facts, to let mailboxes write to each other");
        assertThat(Need.missing(needs, Set.of(AclOperation.READ, AclOperation.WRITE)))
                .isEmpty();
    }

    @Test
    void shouldSayAllThatIsMissingInOneMessage() {
        // Given
        List<Need> missing = List.of(
                Need.of(User.APP, ResourceType.TOPIC, "orders.status").getFirst(),
                Need.of(User.APP, ResourceType.TOPIC, "orders.events").getFirst());

        // Then
        assertThat(new MissingGrantsException("crossdock-app", missing))
                .hasMessageContaining("crossdock-app")
                .hasMessageContaining(
                        "\n  WRITE on topic orders.events, to publish events\n  WRITE on topic orders.status")
                .hasMessageContaining("crossdock manifests");
    }
}
