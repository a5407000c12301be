package io.crossdock.order.fact;

/**
 * What a fact speaks about: one raw entity of one connection, and nothing else, because a delete carries no more.
 *
 * @param connection the connection that says so
 * @param entity raw entity in kebab-case, for example {@code shipment-lines}
 * @param primaryKey primary key of the entity, columns joined with {@code |}
 */
public record FactKey(String connection, String entity, String primaryKey) implements Comparable<FactKey> {

    /** Reads {@code connection|entity|primaryKey}. */
    public static FactKey parse(String text) {
        String[] parts = text.split("\\|", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Expected connection|entity|primaryKey, got '" + text + "'");
        }
        return new FactKey(parts[0], parts[1], parts[2]);
    }

    @Override
    public int compareTo(FactKey other) {
        int byConnection = connection.compareTo(other.connection);
        if (byConnection != 0) {
            return byConnection;
        }
        int byEntity = entity.compareTo(other.entity);
        return byEntity != 0 ? byEntity : primaryKey.compareTo(other.primaryKey);
    }

    @Override
    public String toString() {
        return connection + "|" + entity + "|" + primaryKey;
    }
}
