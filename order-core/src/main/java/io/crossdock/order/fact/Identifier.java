package io.crossdock.order.fact;

/**
 * The name of one thing in one connection, written {@code connection:type:value}, for example
 * {@code wms-east:shipment:S-77}. Unique within its connection; the value may itself contain colons.
 *
 * @param connection name of the connection, kebab-case, without a colon
 * @param type kind of thing in kebab-case, without a colon
 * @param value the connection's own name of it, never empty
 */
public record Identifier(String connection, String type, String value) implements Comparable<Identifier> {

    private static final String OURS = "crossdock";

    public Identifier {
        if (connection.isEmpty() || type.isEmpty() || value.isEmpty()) {
            throw new IllegalArgumentException("An identifier needs connection, type and value, got '" + connection
                    + ":" + type + ":" + value + "'");
        }
        if (connection.indexOf(':') >= 0 || type.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "Connection and type of an identifier hold no colon: " + connection + ", " + type);
        }
    }

    /**
     * Reads {@code connection:type:value}.
     *
     * @throws IllegalArgumentException if one of the three parts is missing
     */
    public static Identifier parse(String text) {
        int first = text.indexOf(':');
        int second = text.indexOf(':', first + 1);
        if (second == -1) {
            throw new IllegalArgumentException("Expected connection:type:value, got '" + text + "'");
        }
        return new Identifier(text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
    }

    /** True if we gave this name ourselves: it leads to an order and is no part of its content (R22). */
    public boolean isOurs() {
        return OURS.equals(connection);
    }

    @Override
    public int compareTo(Identifier other) {
        int byConnection = connection.compareTo(other.connection);
        if (byConnection != 0) {
            return byConnection;
        }
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return connection + ":" + type + ":" + value;
    }
}
