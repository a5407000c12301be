package io.crossdock.worlds.world;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts, numbers and booleans as JSON. */
public final class Json {

    private final StringBuilder out = new StringBuilder(512);

    private Json() {}

    /** The JSON text of a value. */
    public static String of(@Nullable Object value) {
        Json json = new Json();
        json.write(value);
        return json.out.toString();
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> object(map);
            case Collection<?> items -> array(items);
            case Number number -> out.append(number);
            case Boolean bool -> out.append(bool);
            default -> text(value.toString());
        }
    }

    private void object(Map<?, ?> map) {
        out.append('{');
        String comma = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(comma);
            text(String.valueOf(entry.getKey()));
            out.append(':');
            write(entry.getValue());
            comma = ",";
        }
        out.append('}');
    }

    private void array(Collection<?> items) {
        out.append('[');
        String comma = "";
        for (Object item : items) {
            out.append(comma);
            write(item);
            comma = ",";
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
    }
}
