package io.crossdock.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy finds what it is there to find: each of these is one line that somebody might change. */
class PolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StatefulSet|/spec/template/spec/securityContext|runAsNonRoot|false|may run as root",
                "StatefulSet|/spec/template/spec/securityContext|runAsUser|0|has no user",
                "StatefulSet|/spec/template/spec|automountServiceAccountToken|true|gets a token",
                "StatefulSet|/spec/template/spec|hostNetwork|true|sees its host",
                "StatefulSet|/spec/template/spec/containers/0|image|crossdock/app:latest|which version",
                "StatefulSet|/spec/template/spec/containers/0|image|crossdock/app|which version",
                "StatefulSet|/spec/template/spec/containers/0|livenessProbe||has no livenessProbe",
                "StatefulSet|/spec/template/spec/containers/0/resources|limits||does not say /limits/cpu",
                "StatefulSet|/spec/template/spec/containers/0/securityContext|readOnlyRootFilesystem|false|write to its image",
                "StatefulSet|/spec/template/spec/containers/0/securityContext|privileged|true|is privileged",
                "StatefulSet|/spec/template/spec/containers/0/securityContext|capabilities||keeps capabilities",
                "StatefulSet|/spec/template/spec/containers/0/env/1|name|CROSSDOCK_KAFKA_PASSWORD|shows CROSSDOCK_KAFKA_PASSWORD",
                "Kafka|/spec/kafka/template/pod/securityContext|runAsNonRoot||may run as root",
                "KafkaConnect|/spec/template/pod/securityContext|seccompProfile||any system call",
                "KafkaConnect|/spec/template/connectContainer/securityContext|capabilities||keeps capabilities",
                "Kafka|/spec/kafka/template/kafkaContainer/securityContext|allowPrivilegeEscalation|true|may gain privileges",
                "KafkaNodePool|/spec|template|anything|replaces what Kafka says of its pods",
                "Kafka|/spec/kafka/listeners/0|tls|false|without TLS",
                "Kafka|/spec/kafka/listeners/0|authentication||lets anybody in",
                "Kafka|/spec/kafka|authorization||everybody do everything",
                "KafkaConnect|/spec|image|crossdock/connect:latest|which version",
                "KafkaUser|/spec/authorization/acls/0/resource|name|*|may do everything",
                "KafkaConnector|/spec/config|database.password|sesame|shows database.password",
            })
    void shouldFind(String kind, String place, String field, String value, String violation) throws IOException {
        ObjectNode resource = Kustomize.written().stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .filter(each -> each.at(place).isObject())
                .filter(each -> !each.at("/metadata/name").asText().endsWith("-registry"))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        assertThat(Policy.violations(resource)).isEmpty();

        ObjectNode changed = (ObjectNode) resource.at(place);
        JsonNode ignored = value == null ? changed.remove(field) : changed.put(field, value);

        assertThat(Policy.violations(resource)).anyMatch(found -> found.contains(violation));
    }
}
