package io.crossdock.reference;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of row that somebody reads as more than texts: only what can be read so gets into their topics. */
public final class KnownKinds {

    private static final Map<String, String> TYPES =
            Map.of(Customer.ENTITY, Customer.TYPE, Location.ENTITY, Location.TYPE);

    private KnownKinds() {}

    /** Type that the keys of a known kind must have; null for other kinds. */
    public static @Nullable String type(String entity) {
        return TYPES.get(entity);
    }

    /**
     * Reads an entry of a kind that we know, for nothing but to see that it can be read; other kinds are texts.
     *
     * @throws IllegalArgumentException naming the attribute that is missing or wrong
     */
    public static void check(Entry entry) {
        String connection = entry.name().connection();
        String code = entry.name().value();
        switch (entry.entity()) {
            case Customer.ENTITY -> Customer.read(connection, code, entry.attributes());
            case Location.ENTITY -> Location.read(connection, code, entry.attributes());
            default -> {
                // Nobody reads more than its texts.
            }
        }
    }
}
