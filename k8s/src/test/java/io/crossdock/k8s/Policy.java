package io.crossdock.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What no resource of ours may do. */
final class Policy {

    private static final Pattern PINNED = Pattern.compile(".+:[0-9][^:]*");
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|secret|token|jaas|credential).*(?<!file|name|provider)");

    private Policy() {}

    /** What is wrong with one, each with where. */
    static List<String> violations(JsonNode resource) {
        List<String> found = new ArrayList<>();
        String name = resource.path("kind").asText() + "/"
                + resource.at("/metadata/name").asText();
        if (resource.path("kind").asText().equals("Secret")) {
            found.add(name + " is a secret in a file");
        }
        JsonNode pod = resource.at("/spec/template/spec");
        if (pod.has("containers")) {
            pod(name, pod, found);
        }
        String image = resource.at("/spec/image").asText("");
        if (!image.isEmpty() && !PINNED.matcher(image).matches()) {
            found.add(name + " does not say which version of " + image);
        }
        if (resource.path("apiVersion").asText().startsWith("kafka.strimzi.io")) {
            strimzi(name, resource, found);
        }
        secrets(name, resource, found);
        return found;
    }

    private static void pod(String name, JsonNode pod, List<String> found) {
        confined(name, pod, found);
        require(name, pod.at("/securityContext/runAsUser").asInt() > 0, "has no user", found);
        require(name, !pod.path("automountServiceAccountToken").asBoolean(true), "gets a token of the cluster", found);
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(name, !pod.path(host).asBoolean(), "sees its host: " + host, found);
        }
        pod.path("volumes").forEach(volume -> require(name, !volume.has("hostPath"), "sees its host's files", found));
        pod.path("containers").forEach(container -> container(name, container, found));
    }

    private static void container(String name, JsonNode container, List<String> found) {
        unprivileged(name, container, found);
        JsonNode may = container.path("securityContext");
        require(name, !may.path("privileged").asBoolean(), "is privileged", found);
        require(name, may.path("readOnlyRootFilesystem").asBoolean(), "may write to its image", found);
        require(
                name,
                PINNED.matcher(container.path("image").asText()).matches(),
                "does not say which version of its image",
                found);
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            require(name, container.has(probe), "has no " + probe, found);
        }
        limits(name, container.path("resources"), found);
    }

    private static void strimzi(String name, JsonNode resource, List<String> found) {
        switch (resource.path("kind").asText()) {
            case "KafkaNodePool" -> {
                limits(name, resource.at("/spec/resources"), found);
                require(name, !resource.at("/spec").has("template"), "replaces what Kafka says of its pods", found);
            }
            case "KafkaConnect" -> {
                limits(name, resource.at("/spec/resources"), found);
                strimziPod(name, resource.at("/spec/template"), "connectContainer", found);
            }
            case "Kafka" -> {
                strimziPod(name, resource.at("/spec/kafka/template"), "kafkaContainer", found);
                resource.at("/spec/kafka/listeners").forEach(listener -> {
                    require(name, listener.path("tls").asBoolean(), "has a listener without TLS", found);
                    require(name, listener.has("authentication"), "lets anybody in", found);
                });
                require(name, resource.at("/spec/kafka").has("authorization"), "lets everybody do everything", found);
            }
            case "KafkaUser" ->
                resource.at("/spec/authorization/acls")
                        .forEach(rule -> require(
                                name,
                                !rule.path("operations").toString().contains("\"All\"")
                                        && !rule.at("/resource/name").asText().equals("*"),
                                "may do everything",
                                found));
            default -> {}
        }
    }

    /** Whose user Strimzi chooses. */
    private static void strimziPod(String name, JsonNode template, String container, List<String> found) {
        confined(name, template.path("pod"), found);
        unprivileged(name, template.path(container), found);
    }

    private static void confined(String name, JsonNode pod, List<String> found) {
        require(name, pod.at("/securityContext/runAsNonRoot").asBoolean(), "may run as root", found);
        require(
                name,
                pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"),
                "may make any system call",
                found);
    }

    private static void unprivileged(String name, JsonNode container, List<String> found) {
        JsonNode may = container.path("securityContext");
        require(name, !may.path("allowPrivilegeEscalation").asBoolean(true), "may gain privileges", found);
        require(name, may.at("/capabilities/drop").toString().contains("ALL"), "keeps capabilities", found);
    }

    private static void limits(String name, JsonNode resources, List<String> found) {
        for (String bound : List.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory")) {
            require(name, !resources.at(bound).isMissingNode(), "does not say " + bound, found);
        }
    }

    /** A field that sounds like a secret holds a reference, or none of our business: where it lies, what it is called. */
    private static void secrets(String name, JsonNode node, List<String> found) {
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isTextual()
                    && SECRET.matcher(field.getKey()).matches()
                    && !value.asText().startsWith("${")
                    && !field.getKey().startsWith("secret")
                    && !value.asText().equals("password")) {
                found.add(name + " shows " + field.getKey());
            }
            if (field.getKey().equals("name")
                    && node.has("value")
                    && SECRET.matcher(value.asText()).matches()) {
                found.add(name + " shows " + value.asText());
            }
        });
        node.forEach(child -> secrets(name, child, found));
    }

    private static void require(String name, boolean holds, String otherwise, List<String> found) {
        if (!holds) {
            found.add(name + " " + otherwise);
        }
    }
}
