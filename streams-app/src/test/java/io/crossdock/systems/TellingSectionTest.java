package io.crossdock.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a target is told is data, with a default for each field. */
class TellingSectionTest {

    private static final String ZONE = "\"timeZone\": \"Europe/Berlin\",";

    @TempDir
    private Path path;

    private SystemsFolder folder = new SystemsFolder(Path.of(""));

    @BeforeEach
    void aShop() {
        folder = new SystemsFolder(path).fill();
    }

    @Test
    void shouldBeTheUsualWhereTheFileSaysNothing() {
        assertThat(folder.load().connection("web").manner()).isEqualTo(Manner.USUAL);
    }

    @Test
    void shouldReadWhatTheFileSays() {
        // Given
        telling("""
                { "settle": "PT2S", "grace": "PT5M", "drift": "report", "overdue": "PT1H",
                  "express": { "tiers": ["STRATEGIC", "KEY"], "priorities": ["rush"] } }
                """);

        // Then
        assertThat(folder.load().connection("web").manner())
                .isEqualTo(new Manner(
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(5),
                        Manner.Drift.REPORT,
                        Duration.ofHours(1),
                        Set.of("STRATEGIC", "KEY"),
                        Set.of("RUSH")));
    }

    @Test
    void shouldTellEverythingThatIsWrong() {
        // Given
        telling("{ \"settle\": \"soon\", \"drift\": \"ignore\", \"express\": { \"tiers\": [\"GOLD\"] } }");

        // Then
        assertThatThrownBy(folder::load)
                .isInstanceOf(InvalidSystemsException.class)
                .hasMessageContaining("telling.settle: found soon")
                .hasMessageContaining("telling.drift: found ignore")
                .hasMessageContaining("telling.express.tiers: found GOLD");
    }

    private void telling(String section) {
        folder.replace("connections/web.json", ZONE, ZONE + " \"telling\": " + section + ",");
    }
}
