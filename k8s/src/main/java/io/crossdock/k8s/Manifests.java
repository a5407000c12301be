package io.crossdock.k8s;

import io.crossdock.systems.ConnectorConfig;
import io.crossdock.systems.ConnectorConfigs;
import io.crossdock.systems.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files below {@code k8s} that follow from what is declared elsewhere. */
public final class Manifests {

    private static final String WRITTEN_BY = "Written by `./crossdock manifests` from ";

    private Manifests() {}

    /**
     * The text of each, by its path below {@code k8s}.
     *
     * @param connectors folder of systems and connections
     * @param k8s folder with the cluster's variables and the rules for Prometheus
     * @throws io.crossdock.systems.InvalidSystemsException with everything that is wrong with the systems
     */
    public static Map<Path, String> of(Path connectors, Path k8s) throws IOException {
        Systems systems = Systems.load(connectors);
        Map<Path, String> files = new TreeMap<>();
        files.put(
                Path.of("base/users.yaml"),
                Yaml.write(WRITTEN_BY + "the table of grants (io.crossdock.access.User).", UserResources.all()));
        Map<String, String> variables = variables(k8s.resolve("base/connectors.env"));
        for (Size size : Size.values()) {
            Path overlay = Path.of("overlays", size.overlay());
            variables.put("CROSSDOCK_PARTITIONS", String.valueOf(size.partitions()));
            List<ConnectorConfig> configs = ConnectorConfigs.of(systems, variables);
            files.put(
                    overlay.resolve("topics.yaml"),
                    Yaml.write(
                            WRITTEN_BY + "the table of topics (io.crossdock.topology.Topics).",
                            TopicResources.of(systems, configs, size)));
            files.put(
                    overlay.resolve("connectors.yaml"),
                    Yaml.write(
                            WRITTEN_BY + "connectors/ and the variables in base/connectors.env.",
                            ConnectorResources.of(configs)));
        }
        files.put(
                Path.of("monitoring/prometheus-rule.yaml"),
                Yaml.write(WRITTEN_BY + "rules.yaml.", RuleResource.of(k8s.resolve("monitoring/rules.yaml"))));
        return files;
    }

    /** Writes them; answers which of them were not as they should be. */
    public static List<Path> write(Map<Path, String> files, Path k8s) throws IOException {
        List<Path> changed = outdated(files, k8s);
        for (Path file : changed) {
            Path there = k8s.resolve(file);
            Files.createDirectories(there.toAbsolutePath().getParent());
            Files.writeString(there, files.get(file));
        }
        return changed;
    }

    /** Which of them are not there, or say something else. */
    public static List<Path> outdated(Map<Path, String> files, Path k8s) throws IOException {
        List<Path> outdated = new ArrayList<>();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Path there = k8s.resolve(file.getKey());
            if (!Files.exists(there) || !Files.readString(there).equals(file.getValue())) {
                outdated.add(file.getKey());
            }
        }
        return outdated;
    }

    /** Lines {@code NAME=value}; what begins with a hash is a comment. */
    private static Map<String, String> variables(Path file) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (!line.startsWith("#") && equals > 0) {
                variables.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return variables;
    }
}
