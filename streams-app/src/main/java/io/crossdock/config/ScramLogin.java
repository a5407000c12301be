package io.crossdock.config;

/** How a client says who it is, with the one mechanism that users of the brokers have. */
public final class ScramLogin {

    /** Kafka's name of it. */
    public static final String MECHANISM = "SCRAM-SHA-512";

    private ScramLogin() {}

    /** The value of {@code sasl.jaas.config}; {@code password} may be a reference that its reader resolves. */
    public static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + quoted(user)
                + "\" password=\"" + quoted(password) + "\";";
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
