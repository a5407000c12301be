package io.crossdock.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.layout.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The measurement works: a few orders go through all three variants. Its figures say nothing. */
class ThroughputIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void shouldMeasureAllThreeVariants() throws IOException, InterruptedException {
        // Given
        Path said = Files.createTempFile("throughput", ".log");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-D" + Workspace.PROPERTY + "=" + ROOT,
                "-cp",
                Path.of("target/classes").toAbsolutePath() + ":" + Files.readString(Path.of("target/classpath.txt")),
                "io.crossdock.bench.Bench",
                "throughput",
                "--short");

        // When
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroy();
            process.waitFor();
        }

        // Then
        String text = Files.readString(said);
        Files.delete(said);
        assertThat(ended && process.exitValue() == 0).as(text).isTrue();
        for (Variant variant : Variant.values()) {
            assertThat(text).contains("| 200 of 4 lines | " + variant.text() + " |");
        }
    }
}
