package io.crossdock.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is in the files below {@code k8s}, and what {@code kubectl kustomize} makes of them. */
final class Kustomize {

    static final Path K8S = Path.of("").toAbsolutePath();
    static final Path CONNECTORS = K8S.resolveSibling("connectors");

    private Kustomize() {}

    /** True if there is a kubectl on this machine. */
    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "kubectl"))
                .anyMatch(Files::isExecutable);
    }

    /** The resources of an overlay. */
    static List<JsonNode> render(String overlay) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "kubectl",
                        "kustomize",
                        K8S.resolve("overlays").resolve(overlay).toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("kubectl kustomize refused the overlay " + overlay);
        }
        return Yaml.documents(text);
    }

    /** Every resource that is written in a file, whatever an overlay makes of it. */
    static List<JsonNode> written() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("base", "overlays", "monitoring")) {
            try (Stream<Path> found = Files.walk(K8S.resolve(folder))) {
                found.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
            }
        }
        List<JsonNode> resources = new ArrayList<>();
        for (Path file : files) {
            Yaml.documents(Files.readString(file)).stream()
                    .filter(document -> document.has("apiVersion"))
                    .filter(document -> !document.path("kind").asText().equals("Kustomization"))
                    .forEach(resources::add);
        }
        return resources;
    }
}
