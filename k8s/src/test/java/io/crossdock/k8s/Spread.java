package io.crossdock.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Whether the copies of something are on machines of their own. */
final class Spread {

    private static final String POOL = "strimzi.io/pool-name";

    private Spread() {}

    /** Of which there are several, that may all be lost with one machine. */
    static List<String> together(List<JsonNode> resources) {
        return resources.stream()
                .filter(each -> each.at("/spec/replicas").asInt() > 1)
                .filter(each -> !isSpread(each, resources))
                .map(each -> each.path("kind").asText() + "/"
                        + each.at("/metadata/name").asText())
                .toList();
    }

    private static boolean isSpread(JsonNode copied, List<JsonNode> resources) {
        String name = copied.at("/metadata/name").asText();
        return switch (copied.path("kind").asText()) {
            case "StatefulSet", "Deployment" ->
                isSpread(copied.at("/spec/template/spec"), texts(copied.at("/spec/template/metadata/labels")));
            case "KafkaConnect" -> isSpread(copied.at("/spec/template/pod"), Map.of("strimzi.io/kind", "KafkaConnect"));
            case "KafkaNodePool" -> {
                String cluster = texts(copied.at("/metadata/labels")).get("strimzi.io/cluster");
                Map<String, String> labels = Map.of("strimzi.io/name", cluster + "-kafka", POOL, name);
                yield resources.stream()
                        .filter(each -> each.path("kind").asText().equals("Kafka"))
                        .anyMatch(kafka -> isSpread(kafka.at("/spec/kafka/template/pod"), labels));
            }
            // Topics have copies as well; the brokers see to where.
            default -> true;
        };
    }

    /** By a rule that counts these pods, of a pool no others, and is no wish. */
    private static boolean isSpread(JsonNode pod, Map<String, String> labels) {
        return StreamSupport.stream(pod.path("topologySpreadConstraints").spliterator(), false)
                .filter(rule -> rule.path("topologyKey").asText().equals("kubernetes.io/hostname"))
                .filter(rule -> rule.path("whenUnsatisfiable").asText().equals("DoNotSchedule"))
                .filter(rule -> !labels.containsKey(POOL)
                        || rule.path("matchLabelKeys").toString().contains(POOL))
                .map(rule -> texts(rule.at("/labelSelector/matchLabels")))
                .anyMatch(selected -> !selected.isEmpty() && labels.entrySet().containsAll(selected.entrySet()));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
