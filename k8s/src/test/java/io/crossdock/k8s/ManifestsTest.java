package io.crossdock.k8s;

import static io.crossdock.k8s.Kustomize.CONNECTORS;
import static io.crossdock.k8s.Kustomize.K8S;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows from other files says what they say, and every file is a resource as its owner's model wants it. */
class ManifestsTest {

    @Test
    void shouldBeWhatTheyFollowFrom() throws IOException {
        assertThat(Manifests.outdated(Manifests.of(CONNECTORS, K8S), K8S))
                .as("files that `./crossdock manifests` would write anew")
                .isEmpty();
    }

    @Test
    void shouldFitTheirModels() throws IOException {
        List<JsonNode> resources = Kustomize.written();

        assertThat(resources).hasSizeGreaterThan(100);
        resources.stream()
                .filter(resource -> !resource.at("/spec").isMissingNode())
                .filter(resource -> !isPatch(resource))
                .forEach(Models::check);
    }

    @Test
    void shouldBeRefusedWithAFieldTooMuchOrTooFew() throws IOException {
        for (JsonNode resource : Kustomize.written()) {
            if (!isPatch(resource) && resource.has("spec")) {
                ObjectNode wrong = resource.deepCopy();
                wrong.withObject("/spec").put("replicsa", 2);
                assertThatThrownBy(() -> Models.check(wrong))
                        .as(resource.path("kind").asText())
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("replicsa");
            }
        }
        JsonNode user = one("KafkaUser", "crossdock-app");
        ObjectNode nameless = user.deepCopy();
        nameless.withObject("/spec/authorization/acls/0").remove("resource");
        assertThatThrownBy(() -> Models.check(nameless)).hasMessageContaining("resource");
        ObjectNode headless = one("StatefulSet", "crossdock").deepCopy();
        headless.withObject("/spec").remove("selector");
        assertThatThrownBy(() -> Models.check(headless)).hasMessageContaining("selector");
    }

    private static JsonNode one(String kind, String name) throws IOException {
        return Kustomize.written().stream()
                .filter(resource -> resource.path("kind").asText().equals(kind)
                        && resource.at("/metadata/name").asText().equals(name)
                        && !isPatch(resource))
                .findFirst()
                .orElseThrow();
    }

    /** A patch says only what it changes: it is checked in what is rendered. */
    private static boolean isPatch(JsonNode resource) {
        return resource.at("/metadata/labels").isMissingNode()
                && List.of("Kafka", "KafkaConnect", "StatefulSet", "Deployment")
                        .contains(resource.path("kind").asText())
                && resource.at("/spec/bootstrapServers").isMissingNode()
                && resource.at("/spec/entityOperator").isMissingNode();
    }
}
