package io.crossdock.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.order.freshness.PauseRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a target waits for its sources is data, and whatever is wrong with it is told before anything starts. */
class PauseSectionTest {

    @TempDir
    private Path path;

    private SystemsFolder folder = new SystemsFolder(Path.of(""));

    @BeforeEach
    void aReceiverThatWaitsForTheShop() {
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
                  "target": "live",
                  "pause": {
                    "when": "behind",
                    "of": ["web"],
                    "longerThan": "PT5M",
                    "resumesBelow": "PT1M"
                  }
                }
                """);
    }

    @Test
    void shouldReadTheRule() {
        assertThat(folder.load().connection("notify").pause())
                .isEqualTo(new PauseRule(List.of("web"), Duration.ofMinutes(5), Duration.ofMinutes(1)));
        assertThat(folder.load().connection("web").pause()).isNull();
    }

    @Test
    void shouldRefuseConnectionsThatGiveNoHeartbeats() {
        // Given: one that does not exist, and one that is only told
        folder.replace("connections/notify.json", "[\"web\"]", "[\"wms-north\", \"notify\"]");

        // Then
        assertThatThrownBy(folder::load)
                .hasMessageContaining("2 problems")
                .hasMessageContaining(
                        "notify.json: pause.of: found wms-north; expected connections whose records come in: [web]")
                .hasMessageContaining("notify.json: pause.of: found notify");
    }

    @Test
    void shouldTellEveryProblemOfTheSectionAtOnce() {
        // Given
        folder.replace("connections/notify.json", "\"behind\"", "\"tired\"");
        folder.replace("connections/notify.json", "\"PT5M\"", "\"5 minutes\"");
        folder.replace("connections/notify.json", "\"PT1M\"", "\"PT0S\"");
        folder.replace("connections/notify.json", "[\"web\"]", "[]");

        // Then
        assertThatThrownBy(folder::load)
                .hasMessageContaining("4 problems")
                .hasMessageContaining("notify.json:7: pause.when: found tired; expected \"behind\"")
                .hasMessageContaining("notify.json:8: pause.of: no connection")
                .hasMessageContaining(
                        "notify.json:9: pause.longerThan: found 5 minutes; expected a length of time above zero,"
                                + " for example \"PT5M\"")
                .hasMessageContaining("notify.json:10: pause.resumesBelow: found PT0S");
    }

    @Test
    void shouldTellEachMissingPartOnce() {
        // Given
        folder.replace("connections/notify.json", "\"when\"", "\"wenn\"");
        folder.replace("connections/notify.json", "\"longerThan\"", "\"longer\"");

        // Then
        assertThatThrownBy(folder::load)
                .hasMessageContaining("2 problems")
                .hasMessageContaining("pause.when: it is missing; expected \"behind\"")
                .hasMessageContaining("pause.longerThan: it is missing");
    }

    @Test
    void shouldRefuseAPauseThatEndsAboveWhereItBegins() {
        folder.replace("connections/notify.json", "PT1M", "PT6M");

        assertThatThrownBy(folder::load)
                .hasMessageContaining("1 problem")
                .hasMessageContaining("pause.resumesBelow: found PT6M; expected at most longerThan, which is PT5M");
    }

    @Test
    void shouldRefuseAPauseOfOneThatIsNeverTold() {
        folder.replace("connections/notify.json", "\"live\"", "\"off\"");

        assertThatThrownBy(folder::load)
                .hasMessageContaining(
                        "notify.json: pause: target is off; expected a connection that is told, or no pause");
    }
}
