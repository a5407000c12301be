package io.crossdock.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void shouldListenWhereTheContractSaysWhenNothingIsSet() {
        Settings settings = Settings.from(Map.of());

        assertThat(settings.kafka().bootstrap()).isEqualTo("127.0.0.1:9092");
        assertThat(settings.listening().port()).isEqualTo(8080);
        assertThat(settings.listening().managementPort()).isEqualTo(8081);
    }

    @Test
    void shouldTellEveryProblemAtOnce() {
        // When, then: variable, value and expected form of each
        assertThatThrownBy(() -> Settings.from(Map.of(
                        "CROSSDOCK_PORT_APP", "eighty",
                        "CROSSDOCK_REGISTRY_URL", "not an address",
                        "CROSSDOCK_EPOCH", "0")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("CROSSDOCK_PORT_APP is 'eighty', expected a whole number from 1 to 65535")
                .hasMessageContaining("CROSSDOCK_REGISTRY_URL is 'not an address'")
                .hasMessageContaining("CROSSDOCK_EPOCH is '0'");
    }

    @Test
    void shouldPassStreamsSettingsThrough() {
        Settings settings = Settings.from(Map.of("CROSSDOCK_STREAMS_COMMIT_INTERVAL_MS", "20"));

        assertThat(settings.streams()).containsEntry("commit.interval.ms", "20");
    }

    @Test
    void shouldWantAHostThatOthersCanAskWhenItListensEverywhere() {
        // When, then
        assertThatThrownBy(() -> Settings.from(Map.of("CROSSDOCK_BIND_ADDRESS", "0.0.0.0")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("expected CROSSDOCK_ADVERTISED_HOST");
        assertThat(Settings.from(Map.of("CROSSDOCK_BIND_ADDRESS", "0.0.0.0", "CROSSDOCK_ADVERTISED_HOST", "app-0.app"))
                        .listening()
                        .advertised())
                .isEqualTo("app-0.app");
    }
}
