package io.crossdock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract is read by people too: every record, every enum and every field says what it is. */
class SchemaDocTest {

    static Stream<Schema> schemas() {
        return SchemaFiles.in(SchemaFiles.CURRENT).values().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void shouldExplainEveryRecordAndField(Schema schema) {
        assertThat(unexplained(schema, new HashSet<>())).isEmpty();
    }

    @Test
    void shouldFindAFieldWithoutAnExplanation() {
        // Given
        Schema schema = new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"Order\", \"doc\": \"An order.\","
                        + " \"fields\": [{\"name\": \"id\", \"type\": \"string\"}]}");

        // Then
        assertThat(unexplained(schema, new HashSet<>())).containsExactly("Order.id");
    }

    private static List<String> unexplained(Schema schema, Set<String> seen) {
        List<String> found = new ArrayList<>();
        switch (schema.getType()) {
            case ARRAY -> found.addAll(unexplained(schema.getElementType(), seen));
            case MAP -> found.addAll(unexplained(schema.getValueType(), seen));
            case UNION -> schema.getTypes().forEach(type -> found.addAll(unexplained(type, seen)));
            case ENUM, RECORD -> {
                if (seen.add(schema.getFullName())) {
                    found.addAll(unexplainedNamed(schema, seen));
                }
            }
            default -> {
                // A primitive is explained by its field.
            }
        }
        return found;
    }

    private static List<String> unexplainedNamed(Schema schema, Set<String> seen) {
        List<String> found = new ArrayList<>();
        if (isBlank(schema.getDoc())) {
            found.add(schema.getFullName());
        }
        if (schema.getType() == Schema.Type.RECORD) {
            for (Schema.Field field : schema.getFields()) {
                if (isBlank(field.doc())) {
                    found.add(schema.getFullName() + "." + field.name());
                }
                found.addAll(unexplained(field.schema(), seen));
            }
        }
        return found;
    }

    private static boolean isBlank(String doc) {
        return doc == null || doc.isBlank();
    }
}
