package io.crossdock.local.prove.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class TakenTest {

    private static final Taken WRITE = taken("orders.status", PatternType.LITERAL);
    private static final Taken OUT = taken("out.", PatternType.PREFIXED);

    @Test
    void shouldBeTheSameForSomebodyElse() {
        // When
        AclBinding theirs = WRITE.of("probe");

        // Then
        assertThat(theirs.entry().principal()).isEqualTo("User:probe");
        assertThat(theirs.entry().operation()).isEqualTo(AclOperation.WRITE);
        assertThat(theirs.pattern()).isEqualTo(WRITE.binding().pattern());
    }

    @Test
    void shouldCoverWhatItsNameBeginsOnlyAsAPrefix() {
        assertThat(OUT.covers("out.crm")).isTrue();
        assertThat(OUT.covers("orders.status")).isFalse();
        assertThat(WRITE.covers("orders.status")).isTrue();
        assertThat(WRITE.covers("orders.status.old")).isFalse();
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

    @Test
    void shouldKnowARefusalThatBrokersTellWithoutAName() {
        Taken settings = taken("registry.events", PatternType.LITERAL, AclOperation.DESCRIBE_CONFIGS);

        assertThat(settings.isRefusedIn("TopicAuthorizationException: Topic authorization failed."))
                .isTrue();
        assertThat(WRITE.isRefusedIn("TopicAuthorizationException: Topic authorization failed."))
                .isFalse();
    }

    private static Taken taken(String name, PatternType pattern) {
        return taken(name, pattern, AclOperation.WRITE);
    }

    private static Taken taken(String name, PatternType pattern, AclOperation operation) {
        return new Taken(new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, name, pattern),
                new AccessControlEntry("User:crossdock-app", "*", operation, AclPermissionType.ALLOW)));
    }
}
