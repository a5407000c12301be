package io.crossdock.crm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the service is told from outside.
 *
 * @param port loopback port; 0 takes a free one
 * @param jdbcUrl database of the service, without credentials
 * @param dbUser its user
 * @param dbPassword its password
 * @param clientId the one OAuth client
 * @param clientSecret its secret
 * @param tokenLife how long an access token is good
 * @param dailyRequests quota of requests per day (UTC)
 */
public record CrmConfig(
        int port,
        String jdbcUrl,
        String dbUser,
        Secret dbPassword,
        String clientId,
        Secret clientSecret,
        Duration tokenLife,
        int dailyRequests) {

    /**
     * Reads the variables {@code CROSSDOCK_PORT_CRM}, {@code CRM_JDBC}, {@code CRM_DB_USER}, {@code CRM_DB_PASSWORD}, {@code CRM_CLIENT_ID},
     * {@code CRM_CLIENT_SECRET}, {@code CRM_TOKEN_SECONDS} and {@code CRM_DAILY_REQUESTS}. A secret may come from a file: {@code CRM_CLIENT_SECRET_FILE}.
     *
     * @throws IllegalArgumentException naming every problem at once, never a secret
     */
    public static CrmConfig from(Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        CrmConfig config = new CrmConfig(
                number(environment, "CROSSDOCK_PORT_CRM", 8086, problems::add),
                environment.getOrDefault("CRM_JDBC", "jdbc:postgresql://127.0.0.1:5435/crm"),
                environment.getOrDefault("CRM_DB_USER", "crm"),
                secret(environment, "CRM_DB_PASSWORD", problems::add),
                environment.getOrDefault("CRM_CLIENT_ID", "crossdock"),
                secret(environment, "CRM_CLIENT_SECRET", problems::add),
                Duration.ofSeconds(number(environment, "CRM_TOKEN_SECONDS", 3600, problems::add)),
                number(environment, "CRM_DAILY_REQUESTS", 10_000_000, problems::add));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return config;
    }

    private static int number(Map<String, String> environment, String name, int fallback, Consumer<String> problems) {
        String text = environment.getOrDefault(name, Integer.toString(fallback));
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        problems.accept(name + "='" + text + "' is no whole number");
        return fallback;
    }

    private static Secret secret(Map<String, String> environment, String name, Consumer<String> problems) {
        @Nullable String value = environment.get(name);
        @Nullable String file = environment.get(name + "_FILE");
        if (value != null) {
            return new Secret(value);
        }
        if (file == null) {
            problems.accept("set " + name + ", or " + name + "_FILE to a file that holds it");
            return new Secret("");
        }
        try {
            return new Secret(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            problems.accept(name + "_FILE='" + file + "' cannot be read");
            return new Secret("");
        }
    }
}
