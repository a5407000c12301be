package io.crossdock.reference;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer, from {@code reference.customers}.
 *
 * @param connection connection that knows the customer under this code
 * @param code the code, unique within its connection
 * @param name for display; null if the source gives none
 * @param tier how important
 * @param zone time zone the customer works in; null if the source gives none
 */
public record Customer(
        String connection,
        String code,
        @Nullable String name,
        Tier tier,
        @Nullable ZoneId zone) {

    /** Kind of row. */
    public static final String ENTITY = "customers";

    /** Middle part of its key. */
    static final String TYPE = "customer";

    /**
     * Reads attributes {@code name}, {@code tier}, {@code timeZone}.
     *
     * @throws IllegalArgumentException naming the attribute that is missing or wrong
     */
    static Customer read(String connection, String code, Map<String, String> attributes) {
        Attributes read = new Attributes(attributes);
        return new Customer(
                connection,
                code,
                attributes.get("name"),
                read.constant("tier", Tier.class),
                attributes.containsKey("timeZone") ? read.zone("timeZone") : null);
    }
}
