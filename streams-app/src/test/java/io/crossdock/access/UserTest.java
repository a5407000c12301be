package io.crossdock.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.systems.ConnectorConfig;
import io.crossdock.systems.ConnectorConfigs;
import io.crossdock.systems.Systems;
import io.crossdock.topology.ConnectTopics;
import io.crossdock.topology.RegistryTopics;
import io.crossdock.topology.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** Each user has what it uses, and nothing that it does not use. */
class UserTest {

    private static final Path TOPOLOGY = Path.of("src/test/resources/topology.txt");
    private static final Pattern SOURCES = Pattern.compile("topics: \\[([^]]*)]");
    private static final Pattern SINKS = Pattern.compile("topic: ([a-z.-]+)\\)");
    private static final Systems SYSTEMS = Systems.load(Path.of("../connectors"));
    private static final List<ConnectorConfig> CONNECTORS =
            ConnectorConfigs.of(SYSTEMS, Map.of("CROSSDOCK_SECRETS_FILE", "/secrets"));

    @Test
    void shouldLetTheApplicationReadWhatItReadsAndWriteWhatItWrites() throws IOException {
        assertThat(read()).allMatch(topic -> may(User.APP, topic, AclOperation.READ));
        assertThat(written()).allMatch(topic -> may(User.APP, topic, AclOperation.WRITE));
    }

    @Test
    void shouldLetTheApplicationDoNothingItDoesNotDo() throws IOException {
        // Given: what it does beside its topology is to keep state, to show dead letters, and to write down who did
        // what
        Set<String> read = read();
        read.addAll(Set.of(Topics.DEAD_LETTERS, "crossdock-orders-changelog"));
        Set<String> written = written();
        written.addAll(Set.of(Topics.AUDIT, "crossdock-orders-changelog"));

        for (Grant grant : User.APP.grants()) {
            if (grant.operations().contains(AclOperation.READ)) {
                assertThat(isUsed(grant, read)).as("reads %s", grant.name()).isTrue();
            }
            if (grant.operations().contains(AclOperation.WRITE)) {
                assertThat(isUsed(grant, written)).as("writes %s", grant.name()).isTrue();
            }
        }
    }

    private static boolean isUsed(Grant grant, Set<String> topics) {
        return grant.type() != ResourceType.TOPIC
                || topics.stream().anyMatch(topic -> grant.covers(ResourceType.TOPIC, topic));
    }

    @Test
    void shouldLetConnectorsReadAndWriteTheTopicsTheyName() {
        CONNECTORS.forEach(connector -> {
            Map<String, String> config = connector.config();
            Stream.of("topics", "signals.topic", "signal.kafka.topic")
                    .map(config::get)
                    .filter(Objects::nonNull)
                    .forEach(topic -> assertThat(may(User.CONNECT, topic, AclOperation.READ))
                            .as("%s reads %s", connector.name(), topic)
                            .isTrue());
            Stream.of("receipts.topic", "schema.history.internal.kafka.topic")
                    .map(config::get)
                    .filter(Objects::nonNull)
                    .forEach(topic -> assertThat(may(User.CONNECT, topic, AclOperation.WRITE))
                            .as("%s writes %s", connector.name(), topic)
                            .isTrue());
        });
        assertThat(SYSTEMS.rawTopics()).allMatch(topic -> may(User.CONNECT, topic, AclOperation.WRITE));
        assertThat(ConnectTopics.all(
                        CONNECTORS.stream().map(ConnectorConfig::config).toList()))
                .allMatch(topic -> may(User.CONNECT, topic.name(), AclOperation.READ)
                        && may(User.CONNECT, topic.name(), AclOperation.WRITE));
    }

    @Test
    void shouldLetRegistriesSeeThatTheirTopicsLoseNothing() {
        assertThat(RegistryTopics.all())
                .allMatch(topic -> may(User.REGISTRY, topic.name(), AclOperation.DESCRIBE_CONFIGS))
                .allMatch(topic ->
                        topic.partitions() == 1 && "-1".equals(topic.config().get("retention.ms")));
        assertThat(may(User.REGISTRY, Topics.STATUS, AclOperation.READ)).isFalse();
    }

    @Test
    void shouldKeepWhatCameInFromThoseWhoSubscribe() {
        assertThat(SYSTEMS.rawTopics()).noneMatch(topic -> may(User.SUBSCRIBER, topic, AclOperation.READ));
        assertThat(may(User.SUBSCRIBER, Topics.STATUS, AclOperation.READ)).isTrue();
        assertThat(may(User.SUBSCRIBER, Topics.DEAD_LETTERS, AclOperation.READ)).isFalse();
    }

    @Test
    void shouldLetNobodyButTheBrokersDoWhatIsNotNamed() {
        for (User user : User.values()) {
            user.grants().forEach(grant -> {
                assertThat(grant.operations())
                        .as("%s of %s", user, grant.name())
                        .isNotEmpty()
                        .doesNotContain(AclOperation.ALL, AclOperation.ALTER, AclOperation.ALTER_CONFIGS);
                assertThat(grant.type()).isNotEqualTo(ResourceType.CLUSTER);
                assertThat(grant.purpose()).isNotBlank();
            });
        }
        assertThat(User.SUBSCRIBER.grants())
                .allMatch(grant -> !grant.operations().contains(AclOperation.WRITE));
        assertThat(User.AUDITOR.grants()).allMatch(grant -> !grant.operations().contains(AclOperation.WRITE));
    }

    private static boolean may(User user, String topic, AclOperation operation) {
        return user.grants().stream()
                .anyMatch(grant -> grant.covers(ResourceType.TOPIC, topic)
                        && grant.operations().contains(operation));
    }

    private static Set<String> read() throws IOException {
        Set<String> topics = new TreeSet<>();
        SOURCES.matcher(Files.readString(TOPOLOGY))
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(", ")))
                .forEach(topics::add);
        return topics;
    }

    /** Whom targets are told at is not in the topology's text: it follows from each message. */
    private static Set<String> written() throws IOException {
        Set<String> topics = new TreeSet<>();
        SINKS.matcher(Files.readString(TOPOLOGY))
                .results()
                .map(MatchResult::group)
                .map(found -> found.substring("topic: ".length(), found.length() - 1))
                .forEach(topics::add);
        SYSTEMS.targets().forEach(target -> topics.add(Topics.out(target.name())));
        return topics;
    }
}
