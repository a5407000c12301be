package io.crossdock.k8s;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonParser;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.strimzi.api.kafka.model.connect.KafkaConnect;
import io.strimzi.api.kafka.model.connector.KafkaConnector;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a resource against the model its owner publishes, and takes neither a field that is not in it nor one that is missing. */
final class Models {

    private interface Check {
        void of(JsonNode resource) throws IOException;
    }

    /** The owners' models put what they do not know aside; here it is refused. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public @Nullable Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }

                @Override
                public @Nullable Boolean hasAnyGetter(Annotated annotated) {
                    return false;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private static final Map<String, Check> CHECKS = Map.ofEntries(
            kubernetes("v1/ConfigMap", V1ConfigMap::validateJsonElement),
            kubernetes("v1/Namespace", V1Namespace::validateJsonElement),
            kubernetes("v1/Service", V1Service::validateJsonElement),
            kubernetes("v1/ServiceAccount", V1ServiceAccount::validateJsonElement),
            kubernetes("apps/v1/Deployment", V1Deployment::validateJsonElement),
            kubernetes("apps/v1/StatefulSet", V1StatefulSet::validateJsonElement),
            kubernetes("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement),
            kubernetes("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement),
            bean("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
            bean("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            bean("kafka.strimzi.io/v1/Kafka", Kafka.class),
            bean("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
            bean("kafka.strimzi.io/v1/KafkaConnect", KafkaConnect.class),
            bean("kafka.strimzi.io/v1/KafkaConnector", KafkaConnector.class),
            bean("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            bean("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));

    private interface Validation {
        void of(com.google.gson.JsonElement element) throws IOException;
    }

    private Models() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if a field is unknown or missing
     */
    static void check(JsonNode resource) {
        String kind = resource.path("apiVersion").asText() + "/"
                + resource.path("kind").asText();
        Check check = CHECKS.get(kind);
        if (check == null) {
            throw new IllegalArgumentException("No model is known of " + kind);
        }
        try {
            check.of(resource);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    kind + " " + resource.at("/metadata/name").asText() + ": " + e.getMessage(), e);
        }
    }

    private static Map.Entry<String, Check> kubernetes(String kind, Validation validation) {
        return Map.entry(kind, resource -> validation.of(JsonParser.parseString(resource.toString())));
    }

    private static Map.Entry<String, Check> bean(String kind, Class<?> type) {
        return Map.entry(kind, resource -> {
            List<String> missing = new ArrayList<>();
            collectMissing(STRICT.treeToValue(resource, type), kind, missing);
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("missing " + missing);
            }
        });
    }

    /** Jackson holds nobody to {@code required} outside of constructors. */
    private static void collectMissing(@Nullable Object bean, String path, List<String> missing) {
        switch (bean) {
            case null -> {}
            case Collection<?> beans -> beans.forEach(each -> collectMissing(each, path, missing));
            case Map<?, ?> beans -> beans.values().forEach(each -> collectMissing(each, path, missing));
            default -> {
                if (isModel(bean)) {
                    properties(bean).forEach(property -> {
                        Object value = property.getAccessor().getValue(bean);
                        if (value == null && property.isRequired()) {
                            missing.add(path + "." + property.getName());
                        }
                        collectMissing(value, path + "." + property.getName(), missing);
                    });
                }
            }
        }
    }

    private static boolean isModel(Object bean) {
        return !bean.getClass().isEnum()
                && (bean.getClass().getName().startsWith("io.strimzi.")
                        || bean.getClass().getName().startsWith("io.fabric8."));
    }

    private static List<BeanPropertyDefinition> properties(Object bean) {
        SerializationConfig config = STRICT.getSerializationConfig();
        List<BeanPropertyDefinition> properties = new ArrayList<>();
        for (BeanPropertyDefinition property :
                config.introspect(STRICT.constructType(bean.getClass())).findProperties()) {
            if (property.getAccessor() != null) {
                property.getAccessor()
                        .fixAccess(config.isEnabled(
                                com.fasterxml.jackson.databind.MapperFeature.OVERRIDE_PUBLIC_ACCESS_MODIFIERS));
                properties.add(property);
            }
        }
        return properties;
    }
}
