package io.crossdock.k8s;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The recording rules and alerts as the Prometheus operator wants them: the very file that Prometheus itself reads, as a resource. */
final class RuleResource {

    private RuleResource() {}

    static List<Map<String, Object>> of(Path rules) {
        return List.of(Resource.of(
                "monitoring.coreos.com/v1", "PrometheusRule", Map.of("name", Resource.CLUSTER), Yaml.read(rules)));
    }
}
