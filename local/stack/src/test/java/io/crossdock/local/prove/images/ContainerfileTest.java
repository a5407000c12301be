package io.crossdock.local.prove.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerfileTest {

    @TempDir
    private Path image;

    @Test
    void shouldBeTheOneThatTheImageIsBuiltFrom() throws IOException {
        // Given
        Files.copy(Path.of("../../k8s/images/app/Containerfile"), image.resolve("Containerfile"));

        // When
        Containerfile file = Containerfile.of(image);

        // Then
        assertThat(file.user()).matches("[1-9][0-9]+");
        assertThat(file.environment()).contains("MALLOC_ARENA_MAX=2");
        assertThat(file.command("/opt/crossdock", Path.of("/lies"), Path.of("/jre/java")))
                .startsWith("/jre/java")
                .containsSubsequence("-cp", "/lies/lib/*", "io.crossdock.Crossdock");
    }

    @Test
    void shouldRefuseOneThatNobodyInParticularRuns() throws IOException {
        // Given
        Files.writeString(image.resolve("Containerfile"), "FROM scratch\nENTRYPOINT [\"java\"]\n");

        // Then
        assertThatThrownBy(() -> Containerfile.of(image))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("names no user");
    }
}
