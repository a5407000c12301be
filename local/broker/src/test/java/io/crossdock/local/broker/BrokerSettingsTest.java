package io.crossdock.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    private static final Voters ALONE = new Voters(1, "1@127.0.0.1:19093");

    private final BrokerSettings settings = new BrokerSettings(Path.of("/data of/broker"), 19_092, 19_093, ALONE, null);

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

    @Test
    void shouldKeepACopyOnEachOfThreeBrokers() {
        // Given
        Voters three = new Voters(2, "1@127.0.0.1:19093,2@127.0.0.1:19095,3@127.0.0.1:19097");

        // When
        Properties all = new BrokerSettings(Path.of("/data"), 19_094, 19_095, three, null).asProperties();

        // Then: any one may be missing
        assertThat(all)
                .containsEntry("node.id", "2")
                .containsEntry("default.replication.factor", "3")
                .containsEntry("transaction.state.log.replication.factor", "3")
                .containsEntry("min.insync.replicas", "2");
    }

    @Test
    void shouldLetNobodyInWhoDoesNotSayWhoItIs() {
        // Given
        Map<String, String> environment = Map.of(
                "CROSSDOCK_BROKER_KEY_STORE", "/tls/broker.p12",
                "CROSSDOCK_BROKER_TRUSTED", "/tls/ca.pem",
                "CROSSDOCK_BROKER_STORE_PASSWORD", "store-secret",
                "CROSSDOCK_BROKER_PASSWORD", "broker-secret",
                "CROSSDOCK_BROKER_ADMIN_PASSWORD", "admin-secret");
        Protection protection = Objects.requireNonNull(Protection.of(environment));

        // When
        Properties all = new BrokerSettings(Path.of("/data"), 19_092, 19_093, ALONE, protection).asProperties();

        // Then
        assertThat(all)
                .containsEntry("listener.security.protocol.map", "BROKER:SASL_SSL,CONTROLLER:SSL")
                .containsEntry("allow.everyone.if.no.acl.found", "false")
                .containsEntry("listener.name.controller.ssl.client.auth", "required");
        assertThat(KafkaConfig.fromProps(all).interBrokerListenerName().value()).isEqualTo("BROKER");
        assertThat(protection.toString()).doesNotContain("secret");
        assertThat(Protection.of(Map.of())).isNull();
    }
}
