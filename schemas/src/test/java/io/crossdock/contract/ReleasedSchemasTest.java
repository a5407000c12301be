package io.crossdock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema against its released versions: whoever reads an old topic, or reads with an old schema, goes on. */
class ReleasedSchemasTest {

    static Stream<Arguments> released() {
        Map<String, Schema> current = SchemaFiles.in(SchemaFiles.CURRENT);
        return SchemaFiles.names(SchemaFiles.RELEASED).stream().flatMap(version -> {
            Path folder = SchemaFiles.RELEASED.resolve(version);
            return SchemaFiles.in(folder).entrySet().stream()
                    .map(schema ->
                            Arguments.of(version, schema.getKey(), schema.getValue(), current.get(schema.getKey())));
        });
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("released")
    void shouldReadAndBeReadByAReleasedVersion(String version, String name, Schema released, Schema current) {
        assertThat(current)
                .as("%s was released with %s and is gone", name, version)
                .isNotNull();
        assertThat(Compatibility.breaks(name, released, current)).isEmpty();
    }

    @Test
    void shouldHaveAReleasedVersionOfEverySchema() {
        List<String> versions = SchemaFiles.names(SchemaFiles.RELEASED);
        assertThat(SchemaFiles.names(SchemaFiles.RELEASED.resolve(versions.getLast())))
                .containsExactlyElementsOf(SchemaFiles.names(SchemaFiles.CURRENT));
    }

    @Test
    void shouldKnowWhatEveryReleaseWroteStateWith() {
        // Given: what is in the folder of releases, and the state's schemas of today
        assertThat(ReleasedSchemas.VERSIONS).containsExactlyElementsOf(SchemaFiles.names(SchemaFiles.RELEASED));
        Map<String, Schema> current = SchemaFiles.in(SchemaFiles.CURRENT);

        // Then:
        assertThat(ReleasedSchemas.FILES)
                .containsAll(current.keySet().stream()
                        .filter(file -> file.startsWith("state-"))
                        .map(file -> file.replace(".avsc", ""))
                        .toList())
                .allSatisfy(file -> assertThat(ReleasedSchemas.of(Objects.requireNonNull(current.get(file + ".avsc"))))
                        .as(file)
                        .isNotEmpty());
    }

    @Test
    void shouldNameFieldAndRuleWhenAFieldComesWithoutADefault() {
        // Given
        Schema released = record("{\"name\": \"orderId\", \"type\": \"string\"}");
        Schema current =
                record("{\"name\": \"orderId\", \"type\": \"string\"}, {\"name\": \"colour\", \"type\": \"string\"}");

        // Then
        assertThat(Compatibility.breaks("order.avsc", released, current))
                .singleElement()
                .asString()
                .contains("order.avsc breaks the rule BACKWARD")
                .contains("colour");
    }

    @Test
    void shouldNameTheRuleWhenAFieldWithoutADefaultGoes() {
        // Given
        Schema released =
                record("{\"name\": \"orderId\", \"type\": \"string\"}, {\"name\": \"colour\", \"type\": \"string\"}");
        Schema current = record("{\"name\": \"orderId\", \"type\": \"string\"}");

        // Then
        assertThat(Compatibility.breaks("order.avsc", released, current))
                .singleElement()
                .asString()
                .contains("order.avsc breaks the rule FORWARD");
    }

    private static Schema record(String fields) {
        return new Schema.Parser().parse("{\"type\": \"record\", \"name\": \"Order\", \"fields\": [" + fields + "]}");
    }
}
