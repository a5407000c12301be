package io.crossdock.k8s;

import java.util.LinkedHashMap;
import java.util.Map;

/** A resource of Kubernetes as the tree it is written as. */
final class Resource {

    /** Name of the cluster that Strimzi's resources belong to, and of everything that is there once. */
    static final String CLUSTER = "crossdock";

    private static final String STRIMZI = "kafka.strimzi.io/v1";

    private Resource() {}

    /** One that an operator of Strimzi finds by the name of its cluster. */
    static Map<String, Object> strimzi(String kind, String name, Map<String, Object> spec) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name);
        metadata.put("labels", Map.of("strimzi.io/cluster", CLUSTER));
        return of(STRIMZI, kind, metadata, spec);
    }

    static Map<String, Object> of(
            String apiVersion, String kind, Map<String, Object> metadata, Map<String, Object> spec) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("apiVersion", apiVersion);
        resource.put("kind", kind);
        resource.put("metadata", metadata);
        resource.put("spec", spec);
        return resource;
    }
}
