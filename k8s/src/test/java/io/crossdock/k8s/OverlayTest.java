package io.crossdock.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code kubectl kustomize} makes of each overlay: complete, strict, and with no more rights than it needs. */
class OverlayTest {

    @BeforeAll
    static void needsKubectl() {
        assumeTrue(Kustomize.isThere(), "kubectl is not on the PATH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production"})
    void shouldRenderResourcesThatFitTheirModels(String overlay) throws IOException, InterruptedException {
        List<JsonNode> resources = Kustomize.render(overlay);

        assertThat(resources).hasSizeGreaterThan(70);
        resources.forEach(Models::check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production"})
    void shouldAskForNoRightsThatItDoesNotNeed(String overlay) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (JsonNode resource : Kustomize.render(overlay)) {
            found.addAll(Policy.violations(resource));
        }

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production"})
    void shouldHaveACopyOfEverythingForEachBrokerThatMayBeMissing(String overlay)
            throws IOException, InterruptedException {
        List<JsonNode> resources = Kustomize.render(overlay);
        int brokers = resources.stream()
                .filter(resource -> resource.path("kind").asText().equals("KafkaNodePool"))
                .filter(pool -> pool.at("/spec/roles").toString().contains("broker"))
                .mapToInt(pool -> pool.at("/spec/replicas").asInt())
                .sum();

        resources.stream()
                .filter(resource -> resource.path("kind").asText().equals("KafkaTopic"))
                .forEach(topic -> {
                    assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(Math.min(3, brokers));
                    assertThat(topic.at("/spec/config/min.insync.replicas").asInt())
                            .isEqualTo(Math.max(1, Math.min(3, brokers) - 1));
                });
        JsonNode kafka = only(resources, "Kafka", "crossdock");
        assertThat(kafka.at("/spec/kafka/config")
                        .get("default.replication.factor")
                        .asInt())
                .isEqualTo(Math.min(3, brokers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production"})
    void shouldKeepNoTwoCopiesOnOneMachine(String overlay) throws IOException, InterruptedException {
        assertThat(Spread.together(Kustomize.render(overlay))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StatefulSet|/spec/template/spec|StatefulSet/crossdock",
                "Deployment|/spec/template/spec|Deployment/crossdock-registry",
                "KafkaConnect|/spec/template/pod|KafkaConnect/crossdock",
                "Kafka|/spec/kafka/template/pod|KafkaNodePool/brokers",
            })
    void shouldSeeCopiesThatMayBeOnOneMachine(String kind, String pod, String together)
            throws IOException, InterruptedException {
        for (String field : List.of("topologyKey", "whenUnsatisfiable", "labelSelector")) {
            List<JsonNode> resources = Kustomize.render("production");
            JsonNode changed = resources.stream()
                    .filter(resource -> resource.path("kind").asText().equals(kind))
                    .findFirst()
                    .orElseThrow();
            changed.at(pod + "/topologySpreadConstraints").forEach(rule -> ((ObjectNode) rule).put(field, "other"));

            assertThat(Spread.together(resources)).contains(together);
        }
    }

    /** Half is the heap's by the Containerfile; of the rest the JVM itself, threads and buffers need half. */
    @ParameterizedTest
    @ValueSource(strings = {"small", "production"})
    void shouldGiveStoresNoMoreMemoryThanThereIsBesideTheHeap(String overlay) throws IOException, InterruptedException {
        List<JsonNode> resources = Kustomize.render(overlay);
        long limit = memory(only(resources, "StatefulSet", "crossdock")
                .at("/spec/template/spec/containers/0/resources/limits/memory")
                .asText());
        long state = resources.stream()
                .filter(resource -> resource.at("/data/CROSSDOCK_STATE_MEMORY").isTextual())
                .mapToLong(
                        settings -> settings.at("/data/CROSSDOCK_STATE_MEMORY").asLong())
                .sum();

        assertThat(state).isPositive().isLessThanOrEqualTo(limit / 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production"})
    void shouldKeepSchemasInTopicsThatAreThere(String overlay) throws IOException, InterruptedException {
        List<JsonNode> resources = Kustomize.render(overlay);
        List<String> named = new ArrayList<>();
        only(resources, "Deployment", "crossdock-registry")
                .at("/spec/template/spec/containers/0/env")
                .forEach(variable -> {
                    if (variable.path("name").asText().endsWith("_TOPIC")) {
                        named.add(variable.path("value").asText());
                    }
                });

        assertThat(named).hasSize(3).allSatisfy(topic -> only(resources, "KafkaTopic", topic));
        assertThat(only(resources, "KafkaUser", "crossdock-registry").toString())
                .contains(named);
    }

    private static JsonNode only(List<JsonNode> resources, String kind, String name) {
        return resources.stream()
                .filter(resource -> resource.path("kind").asText().equals(kind)
                        && resource.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** In MiB. */
    private static long memory(String quantity) {
        assertThat(quantity).matches("[0-9]+Gi");
        return 1024 * Long.parseLong(quantity.replace("Gi", ""));
    }
}
