package io.crossdock.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    private final BrokerSettings settings = new BrokerSettings(Path.of("/data of/broker"), 19_092, 19_093);

    @Test
    void shouldListenOnLoopbackOnly() {
        assertThat(settings.asProperties().getProperty("listeners").split(",", -1))
                .containsExactly("BROKER://127.0.0.1:19092", "CONTROLLER://127.0.0.1:19093");
    }

    @Test
    void shouldBeSettingsThatTheBrokerAccepts() {
        // Given, When
        KafkaConfig config = KafkaConfig.fromProps(settings.asProperties());

        // Then
        assertThat(config.logDirs()).containsExactly("/data of/broker");
        assertThat(config.autoCreateTopicsEnable()).isFalse();
    }
}
