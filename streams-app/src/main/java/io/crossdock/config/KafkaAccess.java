package io.crossdock.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * Where the brokers are, and as whom they are spoken to, for every client of the application.
 *
 * @param bootstrap broker addresses
 * @param protocol Kafka's {@code security.protocol}
 * @param user user of SASL/SCRAM-SHA-512; null without
 * @param password the user's; null without
 * @param trusted PEM file of the certificates that the brokers' are signed by; null for those that the JVM trusts
 * @param more other settings of every client, by Kafka's names
 */
public record KafkaAccess(
        String bootstrap,
        String protocol,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable Path trusted,
        Map<String, Secret> more) {

    private static final String PROTOCOL = "CROSSDOCK_KAFKA_SECURITY_PROTOCOL";
    private static final String USER = "CROSSDOCK_KAFKA_USER";
    private static final String PASSWORD = "CROSSDOCK_KAFKA_PASSWORD";
    private static final String TRUSTED = "CROSSDOCK_KAFKA_TRUSTED_CERTIFICATES";
    private static final String CLIENT = "CROSSDOCK_KAFKA_CLIENT_";
    private static final Set<String> PROTOCOLS = Set.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");
    private static final String PLAINTEXT = "PLAINTEXT";

    public KafkaAccess {
        more = Map.copyOf(more);
    }

    static KafkaAccess read(Variables variables, String defaultBootstrap) {
        String protocol = variables.oneOf(PROTOCOL, PLAINTEXT, PROTOCOLS);
        String user = variables.optional(USER);
        Secret password = variables.secret(PASSWORD);
        boolean isSasl = protocol.startsWith("SASL");
        Map<String, Secret> more = more(variables);
        if (isSasl && (user == null || password == null) && !more.containsKey(SaslConfigs.SASL_JAAS_CONFIG)) {
            variables.problem(PROTOCOL + " is " + protocol + ", expected " + USER + " and " + PASSWORD + " or "
                    + PASSWORD + "_FILE with it");
        }
        if (!isSasl && (user != null || password != null)) {
            variables.problem(USER + " or " + PASSWORD + " is set, expected " + PROTOCOL
                    + " to be SASL_SSL with it, not " + protocol + ": nobody would be told who this is");
        }
        return new KafkaAccess(
                variables.text("CROSSDOCK_KAFKA_BOOTSTRAP", defaultBootstrap),
                protocol,
                user,
                password,
                variables.readableFile(TRUSTED),
                more);
    }

    /** What begins with {@code CROSSDOCK_KAFKA_CLIENT_}; any of it may be a password, so none is shown. */
    private static Map<String, Secret> more(Variables variables) {
        Map<String, Secret> more = new TreeMap<>();
        variables.kafkaKeys(CLIENT).forEach((key, value) -> more.put(key, new Secret(value)));
        return more;
    }

    /** The settings of any client; passwords in them do not print. */
    public Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>();
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        client.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol);
        if (user != null && password != null) {
            client.put(SaslConfigs.SASL_MECHANISM, ScramLogin.MECHANISM);
            client.put(SaslConfigs.SASL_JAAS_CONFIG, new Password(ScramLogin.jaas(user, password.value())));
        }
        if (trusted != null) {
            client.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            client.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, trusted.toString());
        }
        more.forEach((key, value) -> client.put(key, holdsSecret(key) ? new Password(value.value()) : value.value()));
        return Map.copyOf(client);
    }

    private static boolean holdsSecret(String key) {
        return key.endsWith("jaas.config") || key.contains("password") || key.endsWith("keystore.key");
    }
}
