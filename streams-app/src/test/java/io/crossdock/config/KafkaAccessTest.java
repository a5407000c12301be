package io.crossdock.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.runtime.StreamsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every client of the application speaks to the brokers as the same user, and nobody sees the password. */
class KafkaAccessTest {

    private static final String SECRET = "s3cr\"et\\";

    @TempDir
    private Path folder;

    @Test
    void shouldSpeakPlainlyToTheLocalBrokerWhenNothingIsSet() {
        assertThat(access(Map.of()).client())
                .isEqualTo(Map.of("bootstrap.servers", "127.0.0.1:9092", "security.protocol", "PLAINTEXT"));
    }

    @Test
    void shouldTakeThePasswordFromAFileWithoutTheEndOfItsLine() throws IOException {
        // Given
        Path password = Files.writeString(folder.resolve("password"), SECRET + "\n");
        Path trusted = Files.writeString(folder.resolve("ca.crt"), "-----BEGIN CERTIFICATE-----");

        // When
        Map<String, Object> client = access(Map.of(
                        "CROSSDOCK_KAFKA_SECURITY_PROTOCOL",
                        "SASL_SSL",
                        "CROSSDOCK_KAFKA_USER",
                        "crossdock-app",
                        "CROSSDOCK_KAFKA_PASSWORD_FILE",
                        password.toString(),
                        "CROSSDOCK_KAFKA_TRUSTED_CERTIFICATES",
                        trusted.toString()))
                .client();

        // Then
        assertThat(client)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", trusted.toString());
        assertThat(((Password) requireNonNull(client.get("sasl.jaas.config"))).value())
                .isEqualTo("org.apache.kafka.common.security.scram.ScramLoginModule required username=\"crossdock-app\""
                        + " password=\"s3cr\\\"et\\\\\";");
    }

    @Test
    void shouldGiveStreamsAndAllItsClientsTheSame() {
        // When
        Properties streams = StreamsSettings.of(Settings.from(secure()));

        // Then: as the clients inside Streams are given it
        StreamsConfig config = new StreamsConfig(streams);
        assertThat(config.getMainConsumerConfigs("group", "client", 0)).containsEntry("security.protocol", "SASL_SSL");
        assertThat(config.getProducerConfigs("client")).containsKey("sasl.jaas.config");
        assertThat(config.getAdminConfigs("client")).containsEntry("sasl.mechanism", "SCRAM-SHA-512");
    }

    @Test
    void shouldNeverPrintASecret() {
        // Given
        Map<String, String> environment = secure();
        environment.put("CROSSDOCK_KAFKA_CLIENT_SSL_KEYSTORE_PASSWORD", SECRET);
        Settings settings = Settings.from(environment);

        // When, then
        assertThat(settings.toString()).doesNotContain(SECRET).contains("[hidden]");
        assertThat(settings.kafka().client().toString()).doesNotContain(SECRET);
        assertThat(StreamsSettings.of(settings).toString()).doesNotContain(SECRET);
    }

    @Test
    void shouldPassOtherSettingsOfClientsThrough() {
        assertThat(access(Map.of("CROSSDOCK_KAFKA_CLIENT_SSL_PROTOCOL", "TLSv1.3"))
                        .client())
                .containsEntry("ssl.protocol", "TLSv1.3");
    }

    @Test
    void shouldTellWhatDoesNotGoTogether() {
        assertThatThrownBy(() -> access(Map.of("CROSSDOCK_KAFKA_SECURITY_PROTOCOL", "SASL_SSL")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("CROSSDOCK_KAFKA_SECURITY_PROTOCOL is SASL_SSL, expected CROSSDOCK_KAFKA_USER and"
                        + " CROSSDOCK_KAFKA_PASSWORD or CROSSDOCK_KAFKA_PASSWORD_FILE");
        assertThatThrownBy(() -> access(Map.of("CROSSDOCK_KAFKA_USER", "ann", "CROSSDOCK_KAFKA_PASSWORD", SECRET)))
                .hasMessageContaining("expected CROSSDOCK_KAFKA_SECURITY_PROTOCOL to be SASL_SSL")
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> access(Map.of("CROSSDOCK_KAFKA_SECURITY_PROTOCOL", "TLS")))
                .hasMessageContaining("'TLS', expected one of [PLAINTEXT, SASL_PLAINTEXT, SASL_SSL, SSL]");
        assertThatThrownBy(() -> access(Map.of("CROSSDOCK_KAFKA_TRUSTED_CERTIFICATES", "/nowhere/ca.crt")))
                .hasMessageContaining("'/nowhere/ca.crt', expected a file that can be read");
        Map<String, String> both = secure();
        both.put("CROSSDOCK_KAFKA_PASSWORD_FILE", "/etc/hosts");
        assertThatThrownBy(() -> access(both)).hasMessageContaining("are both set, expected one of them");
    }

    private static Map<String, String> secure() {
        return new HashMap<>(Map.of(
                "CROSSDOCK_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "CROSSDOCK_KAFKA_USER", "crossdock-app",
                "CROSSDOCK_KAFKA_PASSWORD", SECRET));
    }

    private static KafkaAccess access(Map<String, String> environment) {
        return Settings.from(environment).kafka();
    }
}
