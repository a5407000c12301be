package io.crossdock.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the manifests call the images that they run: whoever builds one gives it that name, or a cluster never finds it.
 *
 * @param app of the application, with its tag
 * @param connect of the workers with our plugins, with its tag
 */
public record ImageNames(String app, String connect) {

    /**
     * As the files below {@code k8s/base} say.
     *
     * @throws IOException if one of them cannot be read, or names no image
     */
    public static ImageNames in(Path k8s) throws IOException {
        return new ImageNames(named(k8s.resolve("base/app.yaml")), named(k8s.resolve("base/connect.yaml")));
    }

    private static String named(Path file) throws IOException {
        return Yaml.documents(Files.readString(file)).stream()
                .map(each -> each.findPath("image"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElseThrow(() -> new IOException(file + " names no image"));
    }
}
