package io.crossdock.local.layout;

import io.crossdock.access.User;
import io.crossdock.config.ScramLogin;
import io.crossdock.local.layout.Secrets.Name;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The brokers of a stack as their clients see them: where they are, and how one says who one is. */
public final class Brokers {

    /** Who may do everything: sets up the installation, and proves things about it. */
    public static final String ADMIN = "crossdock-admin";

    private final Workspace workspace;
    private final Secrets secrets;
    private final Shape shape;

    public Brokers(Workspace workspace, Secrets secrets, Shape shape) {
        this.workspace = workspace;
        this.secrets = secrets;
        this.shape = shape;
    }

    /** Those of the stack that runs here, or ran last. */
    public static Brokers current() {
        Workspace workspace = Workspace.current();
        return new Brokers(workspace, Secrets.read(workspace), Shape.read(workspace));
    }

    /** {@code host:port} of each, with commas between. */
    public String addresses() {
        return BrokerNode.first(shape.brokers()).stream()
                .map(node -> node.clients().address())
                .collect(Collectors.joining(","));
    }

    /** Settings of a client that may do everything. */
    public Map<String, Object> admin() {
        Map<String, Object> client = new TreeMap<>(security(ADMIN, secrets.get(Name.KAFKA_ADMIN)));
        client.put("bootstrap.servers", addresses());
        return client;
    }

    /** Settings of a producer that may do everything, and waits until every copy has a record. */
    public Map<String, Object> producer() {
        Map<String, Object> producer = admin();
        producer.put("acks", "all");
        return producer;
    }

    /** How a client of {@code user} speaks to the brokers; nothing if they let everybody in. */
    public Map<String, String> security(User user) {
        return security(user.login(), secrets.get(Name.of(user)));
    }

    /**
     * The same of somebody by name.
     *
     * @throws IllegalArgumentException if it is nobody's
     */
    public Map<String, String> securityOf(String login) {
        return Stream.of(User.values())
                .filter(user -> user.login().equals(login))
                .findFirst()
                .map(this::security)
                .orElseThrow(() -> new IllegalArgumentException("nobody is called " + login));
    }

    /**
     * The same with the password as somebody else looks it up.
     *
     * @param password the password, or a reference that its reader resolves
     */
    public Map<String, String> security(String login, String password) {
        if (!shape.secure()) {
            return Map.of();
        }
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                ScramLogin.MECHANISM,
                "sasl.jaas.config",
                ScramLogin.jaas(login, password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                trusted().toString());
    }

    /** The certificate that signed the brokers'. */
    public Path trusted() {
        return Certificates.in(workspace).trusted();
    }

    public Shape shape() {
        return shape;
    }
}
