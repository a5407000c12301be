package io.crossdock.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.normalize.Samples.Sample;
import io.crossdock.order.fact.Identifier;
import io.crossdock.systems.Systems;
import io.crossdock.systems.SystemsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fourth system needs a folder and a connection file, and no Java: this one is made of test resources alone. */
class NewSystemTest {

    private static final Path FOURTH = Path.of("src", "test", "resources", "new-system");

    @TempDir
    private static Path connectors;

    @BeforeAll
    static void putTheFourthSystemBesideTheOthers() {
        new SystemsFolder(connectors)
                .with(Samples.CONNECTORS, "systems")
                .with(Samples.CONNECTORS, "connections")
                .with(FOURTH, "");
    }

    static Stream<Sample> samples() {
        return Samples.of(Systems.load(connectors), connectors).stream()
                .filter(sample -> sample.connection().name().equals("toy"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void shouldBecomeWhatIsExpectedWhenTheSystemIsNew(Sample sample) throws IOException {
        // When
        ObjectNode found = FactJson.of(new Normalizer(Systems.load(connectors)).normalize(sample.record()));

        // Then
        assertThat(found).isEqualTo(FactJson.MAPPER.readTree(sample.expected().toFile()));
    }

    @Test
    void shouldJoinTopicsRanksAndTypesOfTheOthers() {
        // When
        Systems systems = Systems.load(connectors);

        // Then
        assertThat(systems.rawTopics()).contains("raw.toy.dispatches", "raw.toy.notes", "raw.wms-east.orders");
        assertThat(systems.identifierTypes()
                        .of(Identifier.parse("toy:dispatch:D-1"))
                        .rank())
                .isEqualTo(5);
        assertThat(systems.identifierTypes()
                        .of(Identifier.parse("erp:sales-order:SO-1"))
                        .rank())
                .isEqualTo(20);
        assertThat(systems.identifierTypeNames()).contains("toy:dispatch", "crm:order");
    }
}
