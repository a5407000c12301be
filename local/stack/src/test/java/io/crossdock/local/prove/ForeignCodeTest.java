package io.crossdock.local.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A proof that used the application's code would repeat its mistakes; generated worlds import none of it, which their own test holds. */
class ForeignCodeTest {

    @Test
    void shouldShareNoCodeWithTheApplication() throws IOException {
        // Given
        Path proofs = Path.of("src/main/java/io/crossdock/local/prove");

        // When
        List<String> ours;
        try (Stream<Path> files = Files.walk(proofs)) {
            ours = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(ForeignCodeTest::lines)
                    .filter(line -> line.contains("io.crossdock."))
                    .toList();
        }

        // Then
        assertThat(ours)
                .isNotEmpty()
                .allMatch(line -> line.contains("io.crossdock.local") || line.contains("io.crossdock.worlds"));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
