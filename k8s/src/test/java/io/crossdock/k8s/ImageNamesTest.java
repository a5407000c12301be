package io.crossdock.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageNamesTest {

    /** Else a cluster would run what was released before, beside topics and grants of today. */
    @Test
    void shouldBeOfTheVersionThatTheManifestsBelongTo() throws Exception {
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("../pom.xml").toFile());
        String version = XPathFactory.newInstance().newXPath().evaluate("/project/version", pom);

        ImageNames names = ImageNames.in(Path.of("."));

        assertThat(names)
                .isEqualTo(new ImageNames(
                        "registry.example.com/crossdock/app:" + version,
                        "registry.example.com/crossdock/connect:" + version));
    }

    @Test
    void shouldSayWhichFileNamesNone(@TempDir Path k8s) throws IOException {
        Files.createDirectory(k8s.resolve("base"));
        Files.writeString(k8s.resolve("base/app.yaml"), "kind: StatefulSet\nspec: {}\n");

        assertThatThrownBy(() -> ImageNames.in(k8s)).hasMessageContaining("base/app.yaml names no image");
    }
}
