package io.crossdock.connect.home;

import java.util.function.Function;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Where the rows of a connection's entities are at home, for whoever must key records as {@link HomeKey} does. */
public final class Homes {

    private final String connection;
    private final HomeRules rules;

    private Homes(String connection, HomeRules rules) {
        this.connection = connection;
        this.rules = rules;
    }

    /**
     * Reads {@code <entity>=<type>(<column>[,<column>])[!salesforce],…}.
     *
     * @throws ConfigException naming the option and the place that could not be read
     */
    public static Homes parse(String option, String connection, String text) {
        return new Homes(connection, HomeRules.parse(option, text));
    }

    /**
     * Key of a row's records.
     *
     * @param column text of a column, null if the row does not hold it
     * @return null if the entity is not listed, or a column of its home is missing or empty
     */
    public @Nullable String of(String entity, Function<String, @Nullable String> column) {
        HomeRule rule = rules.of(entity);
        return rule == null ? null : rule.identifier(connection, column);
    }
}
