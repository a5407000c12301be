package io.crossdock.k8s;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The recording rules and alerts as the Prometheus operator wants them: the very file that Prometheus itself reads, as a resource. */
final class RuleResource {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RuleResource() {}

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> of(Path rules) {
        Map<String, Object> spec = MAPPER.convertValue(Yaml.read(rules), Map.class);
        return List.of(
                Resource.of("monitoring.coreos.com/v1", "PrometheusRule", Map.of("name", Resource.CLUSTER), spec));
    }
}
