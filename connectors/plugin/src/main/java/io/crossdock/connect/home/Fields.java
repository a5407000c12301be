package io.crossdock.connect.home;

import java.math.BigDecimal;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Reads fields of Connect values, whether they carry a schema ({@link Struct}) or not ({@link Map}). */
final class Fields {

    private Fields() {}

    /** The value of a field; null if the container is neither Struct nor Map, has no such field, or holds null. */
    static @Nullable Object get(@Nullable Object container, String name) {
        if (container instanceof Struct struct) {
            Field field = struct.schema().field(name);
            return field == null ? null : struct.get(field);
        }
        return container instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /**
     * A scalar as JSON shows it: no exponent, no rounding.
     *
     * @return null for null and for anything that is not a scalar
     */
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case CharSequence text -> text.toString();
            case BigDecimal decimal -> decimal.toPlainString();
            case Double number -> new BigDecimal(number.toString()).toPlainString();
            case Float number -> new BigDecimal(number.toString()).toPlainString();
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            default -> null;
        };
    }
}
