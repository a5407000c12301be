package io.crossdock.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system of which nothing comes in: it is only told. */
class OnlyToldTest {

    @TempDir
    private Path path;

    private SystemsFolder folder = new SystemsFolder(Path.of(""));

    @BeforeEach
    void aReceiverOfNotifications() {
        folder = new SystemsFolder(path).fill();
        folder.write("systems/customer-notices/system.json", """
                {
                  "system": "customer-notices",
                  "source": "none"
                }
                """);
        folder.write("systems/customer-notices/connector.json", "{ \"sink\": { \"topics\": \"out.${connection}\" } }");
        folder.write("connections/notify.json", """
                {
                  "connection": "notify",
                  "system": "customer-notices",
                  "timeZone": "UTC",
                  "target": "live"
                }
                """);
    }

    @Test
    void shouldLoadASystemThatHasASinkAndNothingElse() {
        // When
        Systems systems = folder.load();

        // Then
        assertThat(systems.targets()).extracting(Connection::name).containsExactly("notify");
        assertThat(systems.sources()).extracting(Connection::name).containsExactly("web");
        assertThat(systems.rawTopics()).containsExactly("raw.web.orders");
        assertThat(ConnectorConfigs.of(systems, Map.of()))
                .extracting(ConnectorConfig::name)
                .containsExactly("web-source", "notify-sink");
    }

    @Test
    void shouldRefuseWhatComesInFromASystemWithoutASource() {
        // Given
        folder.replace(
                "systems/customer-notices/system.json",
                "\"none\"",
                "\"none\",\n  \"types\": {\"notice\": {\"rank\": 1}}");
        folder.replace("systems/customer-notices/connector.json", "{ \"sink\"", "{ \"source\": {}, \"sink\"");

        // Then
        assertThatThrownBy(folder::load)
                .hasMessageContaining("2 problems")
                .hasMessageContaining(
                        "system.json:4: types: it is there, but \"source\" is none; expected no types, or a source")
                .hasMessageContaining("connector.json:1: source: it is there, but \"source\" in system.json is none");
    }

    @Test
    void shouldRefuseASystemThatNeitherTellsNorIsTold() {
        // Given
        folder.write("systems/customer-notices/connector.json", "{}");
        folder.replace("connections/notify.json", "live", "off");

        // Then
        assertThatThrownBy(folder::load)
                .hasMessageContaining("1 problem")
                .hasMessageContaining("connector.json: sink: there is none; expected a sink template");
    }

    @Test
    void shouldSayWhatIsMissingWhenASystemIsHalfWritten() {
        // Given: somebody meant to write the entities later
        folder.replace("systems/customer-notices/system.json", "\"none\"", "\"rest\"");

        // Then
        assertThatThrownBy(folder::load)
                .hasMessageContaining("1 problem")
                .hasMessageContaining(
                        "entities: there is none; expected at least one entity, or \"source\": \"none\" where"
                                + " it is only told");

        // When
        folder.replace("systems/customer-notices/system.json", "\"source\": \"rest\"", "\"sauce\": \"none\"");

        // Then
        assertThatThrownBy(folder::load)
                .hasMessageContaining("source: it is missing; expected one of [postgres, mariadb, rest, none]");
    }
}
