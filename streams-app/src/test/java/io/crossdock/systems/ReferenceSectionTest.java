package io.crossdock.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reference data stands beside the entities of a system: read from the same source, with topics of its own. */
class ReferenceSectionTest {

    @TempDir
    private Path path;

    private SystemsFolder folder = new SystemsFolder(Path.of(""));

    @BeforeEach
    void aShopThatKnowsItsCustomers() {
        folder = new SystemsFolder(path).fill();
        folder.replace("systems/shop/system.json", "\"entities\": {", """
                "reference": {
                    "buyers": {
                      "object": "Buyer",
                      "key": ["company", "number"],
                      "type": "buyer",
                      "columns": ["company", "number", "tier"],
                      "required": ["tier"]
                    }
                  },
                  "entities": {""");
        folder.write("systems/shop/mapping/buyers.jslt", "[{\"attributes\": {\"tier\": text(.tier)}}]\n");
        folder.write(
                "systems/shop/connector.json",
                "{ \"source\": { \"homes\": \"${homes}\", \"objects\": \"${objects}\", \"epoch\": \"${epoch}\" } }");
    }

    @Test
    void shouldCaptureReferenceDataLikeEntities() {
        // When
        Systems systems = folder.load();

        // Then
        assertThat(systems.rawTopics()).containsExactly("raw.web.orders", "raw.web.buyers");
        assertThat(systems.reference()).containsExactly("buyers");
        assertThat(systems.identifierTypeNames())
                .as("it is no name of an order")
                .doesNotContain("web:buyer");
        Map<String, String> source =
                ConnectorConfigs.of(systems, Map.of()).getFirst().config();
        assertThat(source)
                .containsEntry("homes", "orders=order(id),buyers=buyer(company,number)")
                .containsEntry("epoch", "0");
        assertThat(source.get("objects")).contains("{\"entity\":\"buyers\",\"object\":\"Buyer\"");
    }

    @Test
    void shouldTellEveryProblemOfTheSectionAtOnce() {
        // Given
        folder.replace("systems/shop/system.json", "\"type\": \"buyer\"", "\"type\": \"Big Buyer\"");
        folder.replace("systems/shop/system.json", "\"required\": [\"tier\"]", "\"required\": [\"rank\"]");
        folder.replace("systems/shop/system.json", "[\"company\", \"number\"]", "[]");
        folder.write("systems/shop/mapping/buyers.jslt", "[{\n  \"x\" .id\n}]\n");

        // Then
        assertThatThrownBy(folder::load)
                .hasMessageContaining("4 problems")
                .hasMessageContaining("system.json:9: reference.buyers.type: found Big Buyer; expected kebab-case")
                .hasMessageContaining("reference.buyers.required: rank is not in columns")
                .hasMessageContaining("reference.buyers.key: there is no key")
                .hasMessageContaining("buyers.jslt:2: Parse error");
    }

    @Test
    void shouldRefuseOneNameForAnEntityAndForReferenceData() {
        // Given
        folder.replace("systems/shop/system.json", "\"buyers\"", "\"orders\"");

        // Then: their raw topics would be one
        assertThatThrownBy(folder::load).hasMessageContaining("reference.orders: an entity has this name");
    }

    @Test
    void shouldAllowASystemThatHasReferenceDataOnly() {
        // Given
        String system = """
                {
                  "system": "shop",
                  "source": "rest",
                  "reference": {
                    "buyers": { "object": "Buyer", "key": ["number"], "type": "buyer", "columns": ["number"] }
                  }
                }
                """;
        folder.write("systems/shop/system.json", system);
        folder.replace("connections/web.json", "\"ordered\": \"orders\"", "");

        // Then
        assertThat(folder.load().rawTopics()).isEqualTo(List.of("raw.web.buyers"));
    }
}
