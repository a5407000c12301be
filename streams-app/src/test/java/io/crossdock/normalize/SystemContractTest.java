package io.crossdock.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.normalize.Samples.Sample;
import io.crossdock.systems.Captured;
import io.crossdock.systems.Connection;
import io.crossdock.systems.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every system folder: its samples become what is expected, and nothing is without a sample. */
class SystemContractTest {

    private static final Systems SYSTEMS = Systems.load(Samples.CONNECTORS);
    private static final Normalizer NORMALIZER = new Normalizer(SYSTEMS);

    static List<Sample> samples() {
        return Samples.of(SYSTEMS, Samples.CONNECTORS);
    }

    static Stream<Connection> connections() {
        return SYSTEMS.connections().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void shouldBecomeWhatIsExpectedWhenASampleIsNormalized(Sample sample) throws IOException {
        // When
        ObjectNode found = FactJson.of(NORMALIZER.normalize(sample.record()));

        // Then
        assertThat(sample.expected()).as("each sample has an expectation").isRegularFile();
        assertThat(found.toPrettyString())
                .isEqualTo(FactJson.MAPPER
                        .readTree(Files.readString(sample.expected()))
                        .toPrettyString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("connections")
    void shouldHaveASampleForEveryEntity(Connection connection) {
        for (Captured entity : connection.system().captured()) {
            assertThat(samples())
                    .as("samples/%s of %s", entity.name(), connection.system().name())
                    .anyMatch(sample -> sample.entity().equals(entity));
        }
    }

    @Test
    void shouldHaveNoExpectationWithoutItsSample() {
        // Given
        List<Path> expected = samples().stream().map(Sample::expected).toList();

        // Then
        for (Path system : Samples.files(Samples.CONNECTORS.resolve("systems"), Files::isDirectory)) {
            for (Path entity : Samples.files(system.resolve("expected"), Files::isDirectory)) {
                assertThat(expected).containsAll(Samples.files(entity, Files::isRegularFile));
            }
        }
    }
}
