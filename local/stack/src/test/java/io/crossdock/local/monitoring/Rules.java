package io.crossdock.local.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rule file: what Prometheus records, and when it alerts. */
record Rules(List<Recording> recordings, List<Alert> alerts) {

    /**
     * A recording rule.
     *
     * @param name level, metric and operation, as {@code state_target:crossdock_order_state_unsynced:sum}
     * @param promQl what is recorded
     */
    record Recording(String name, PromQl promQl) {

        /** The labels of its series, as the level says. */
        Set<String> labels() {
            return Set.of(name.substring(0, name.indexOf(':')).split("_"));
        }
    }

    /**
     * An alert rule.
     *
     * @param annotations summary, description and runbook
     */
    record Alert(String name, PromQl promQl, String severity, JsonNode annotations) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Rules from(Path file) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>();
        for (JsonNode group : new YAMLMapper().readTree(Files.readString(file)).path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                PromQl promQl = new PromQl(rule.path("expr").asText());
                if (rule.has("record")) {
                    recordings.add(new Recording(rule.path("record").asText(), promQl));
                } else {
                    alerts.add(new Alert(
                            rule.path("alert").asText(),
                            promQl,
                            rule.path("labels").path("severity").asText(),
                            rule.path("annotations")));
                }
            }
        }
        return new Rules(recordings, alerts);
    }
}
