package io.crossdock.connect.http;

import java.net.URI;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * How to reach a REST target; the options that source and sink share.
 *
 * @param connection name of the connection, for logs
 * @param base address of the target without a trailing slash
 * @param apiPath path of its API without a trailing slash
 * @param tokenUrl where tokens come from
 * @param clientId OAuth client
 * @param clientSecret its secret, prints as {@code [hidden]}
 * @param connectTimeout bound of one connection attempt
 * @param requestTimeout bound of one call
 * @param callsPerMinute most calls in a minute
 * @param limitBackoff pause after the target says that its own limit is exceeded
 * @param anonymous true if calls carry no token
 */
public record RestSettings(
        String connection,
        String base,
        String apiPath,
        URI tokenUrl,
        String clientId,
        Password clientSecret,
        Duration connectTimeout,
        Duration requestTimeout,
        int callsPerMinute,
        Duration limitBackoff,
        boolean anonymous) {

    /** Option: name of the connection. */
    public static final String CONNECTION = "connection";

    /** Option: most calls in a minute, over all tasks. */
    public static final String CALLS_PER_MINUTE = "calls.per.minute";

    private static final String AUTH = "auth";
    private static final String OAUTH = "oauth";
    private static final String NONE = "none";
    private static final String BASE_URL = "base.url";
    private static final String API_PATH = "api.path";
    private static final String TOKEN_URL = "oauth.token.url";
    private static final String CLIENT_ID = "oauth.client.id";
    private static final String CLIENT_SECRET = "oauth.client.secret";
    private static final String CONNECT_TIMEOUT = "connect.timeout.ms";
    private static final String REQUEST_TIMEOUT = "request.timeout.ms";
    private static final String LIMIT_BACKOFF = "limit.backoff.ms";

    /** Adds the shared options to a definition. */
    public static ConfigDef define(ConfigDef definition, int defaultCallsPerMinute) {
        return required(definition, CONNECTION, "Name of the connection.")
                .define(
                        BASE_URL,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(
                                (name, value) -> HttpAddress.check(name, value), () -> "http(s)://host[:port]"),
                        Importance.HIGH,
                        "Address of the target, without the API's path.")
                .define(API_PATH, ConfigDef.Type.STRING, "/services/data/v62.0", Importance.MEDIUM, "Path of the API.")
                .define(
                        TOKEN_URL,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Where tokens come from; default <base.url>/services/oauth2/token.")
                .define(
                        AUTH,
                        ConfigDef.Type.STRING,
                        OAUTH,
                        ValidString.in(OAUTH, NONE),
                        Importance.MEDIUM,
                        "oauth: a token of the client-credentials flow; none: no token.")
                .define(
                        CLIENT_ID,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.HIGH,
                        "OAuth client of the client-credentials flow; required unless auth=none.")
                .define(
                        CLIENT_SECRET,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.HIGH,
                        "Its secret; give a config provider's reference, such as ${file:/path/secrets.properties:crm}.")
                .define(
                        CONNECT_TIMEOUT,
                        ConfigDef.Type.LONG,
                        3_000L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Bound of one connection attempt, in ms.")
                .define(
                        REQUEST_TIMEOUT,
                        ConfigDef.Type.LONG,
                        10_000L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Bound of one call, in ms.")
                .define(
                        CALLS_PER_MINUTE,
                        ConfigDef.Type.INT,
                        defaultCallsPerMinute,
                        Range.atLeast(1),
                        Importance.MEDIUM,
                        "Most calls in a minute, over all tasks.")
                .define(
                        LIMIT_BACKOFF,
                        ConfigDef.Type.LONG,
                        60_000L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Pause after 403 REQUEST_LIMIT_EXCEEDED, in ms, unless the target names one.");
    }

    private static ConfigDef required(ConfigDef definition, String name, String doc) {
        return definition.define(
                name, ConfigDef.Type.STRING, ConfigDef.NO_DEFAULT_VALUE, new NonEmptyString(), Importance.HIGH, doc);
    }

    /**
     * Reads the shared options.
     *
     * @throws ConfigException if tokens are wanted and there is no client to get them for
     */
    public static RestSettings from(AbstractConfig config) {
        boolean anonymous = config.getString(AUTH).equals(NONE);
        if (!anonymous) {
            required(CLIENT_ID, config.getString(CLIENT_ID));
            required(CLIENT_SECRET, config.getPassword(CLIENT_SECRET).value());
        }
        String base = HttpAddress.withoutSlash(config.getString(BASE_URL));
        String tokenUrl = config.getString(TOKEN_URL);
        return new RestSettings(
                config.getString(CONNECTION),
                base,
                HttpAddress.withoutSlash(config.getString(API_PATH)),
                URI.create(tokenUrl.isEmpty() ? base + "/services/oauth2/token" : tokenUrl),
                config.getString(CLIENT_ID),
                config.getPassword(CLIENT_SECRET),
                Duration.ofMillis(config.getLong(CONNECT_TIMEOUT)),
                Duration.ofMillis(config.getLong(REQUEST_TIMEOUT)),
                config.getInt(CALLS_PER_MINUTE),
                Duration.ofMillis(config.getLong(LIMIT_BACKOFF)),
                anonymous);
    }

    private static void required(String option, String value) {
        if (value.isEmpty()) {
            throw new ConfigException("Missing option " + option + ": with auth=oauth there must be a client and its"
                    + " secret. Give both, or say auth=none");
        }
    }
}
