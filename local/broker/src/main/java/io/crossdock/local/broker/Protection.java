package io.crossdock.local.broker;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * What keeps strangers out: TLS on every connection, SCRAM for whoever is no controller, and grants. Brokers and the administrator may
 * do everything; everybody else what was granted.
 *
 * @param keyStore PKCS12 with the brokers' key and certificate
 * @param storePassword its password
 * @param trusted PEM of the certificate that signed it
 * @param passwords of those who are there from the first start, by user: brokers and administrator
 */
record Protection(String keyStore, Password storePassword, String trusted, Map<String, Password> passwords) {

    static final String BROKER_USER = "crossdock-broker";
    static final String ADMIN_USER = "crossdock-admin";
    private static final String MECHANISM = "SCRAM-SHA-512";
    private static final String PREFIX = "CROSSDOCK_BROKER_";

    Protection {
        passwords = Map.copyOf(passwords);
    }

    /** As the environment says; null if it says nothing: then everybody may come in and do everything. */
    static @Nullable Protection of(Map<String, String> environment) {
        String keyStore = environment.get(PREFIX + "KEY_STORE");
        if (keyStore == null) {
            return null;
        }
        return new Protection(
                keyStore,
                password(environment, "STORE_PASSWORD"),
                Objects.requireNonNull(environment.get(PREFIX + "TRUSTED")),
                Map.of(
                        BROKER_USER,
                        password(environment, "PASSWORD"),
                        ADMIN_USER,
                        password(environment, "ADMIN_PASSWORD")));
    }

    private static Password password(Map<String, String> environment, String name) {
        return new Password(Objects.requireNonNull(environment.get(PREFIX + name), PREFIX + name + " is not set"));
    }

    /** Adds what the broker must know. */
    void addTo(Properties all, String broker, String controller) {
        all.setProperty("listener.security.protocol.map", broker + ":SASL_SSL," + controller + ":SSL");
        all.setProperty("sasl.enabled.mechanisms", MECHANISM);
        all.setProperty("sasl.mechanism.inter.broker.protocol", MECHANISM);
        all.setProperty(
                "listener.name." + broker.toLowerCase(java.util.Locale.ROOT) + ".scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + BROKER_USER
                        + "\" password=\"" + secret(BROKER_USER) + "\";");
        all.setProperty("ssl.keystore.type", "PKCS12");
        all.setProperty("ssl.keystore.location", keyStore);
        all.setProperty("ssl.keystore.password", storePassword.value());
        all.setProperty("ssl.key.password", storePassword.value());
        all.setProperty("ssl.truststore.type", "PEM");
        all.setProperty("ssl.truststore.location", trusted);
        // Controllers know each other by their certificates alone.
        all.setProperty(
                "listener.name." + controller.toLowerCase(java.util.Locale.ROOT) + ".ssl.client.auth", "required");
        all.setProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        all.setProperty("allow.everyone.if.no.acl.found", "false");
        all.setProperty("super.users", "User:CN=" + BROKER_USER + ";User:" + BROKER_USER + ";User:" + ADMIN_USER);
    }

    /** Those who must be there before anybody can make users, as the formatter wants them. */
    List<String> firstUsers() {
        return passwords.keySet().stream()
                .sorted()
                .map(user -> MECHANISM + "=[name=" + user + ",password=" + secret(user) + "]")
                .toList();
    }

    private String secret(String user) {
        return Objects.requireNonNull(passwords.get(user)).value();
    }
}
