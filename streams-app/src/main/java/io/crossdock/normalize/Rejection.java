package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Thrown while a record is read to say that it becomes a dead letter, and why. Carries no stack trace: it is data. */
final class Rejection extends RuntimeException {

    private final Reason reason;
    private final transient @Nullable JsonNode culprit;

    Rejection(Reason reason, String text) {
        this(reason, text, null);
    }

    /** A rejection because of one value of the row; the column is found by the value's identity. */
    Rejection(Reason reason, String text, @Nullable JsonNode culprit) {
        super(text, null, false, false);
        this.reason = reason;
        this.culprit = culprit;
    }

    Reason reason() {
        return reason;
    }

    /** The text, with the column of the row that holds the offending value where it is known. */
    String textIn(@Nullable JsonNode row) {
        String text = Objects.requireNonNullElse(getMessage(), "");
        if (culprit == null || row == null) {
            return text;
        }
        return row.properties().stream()
                .filter(column -> isCulprit(column.getValue()))
                .findFirst()
                .map(column -> "Column " + column.getKey() + ": " + text)
                .orElse(text);
    }

    /** By identity: another column may hold an equal value and be fine. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isCulprit(JsonNode value) {
        return value == culprit;
    }

    /** A value as a text may show it: shortened. */
    static String shown(JsonNode value) {
        String text = value.asText();
        return "'" + (text.length() <= 24 ? text : text.substring(0, 24) + "…") + "'";
    }
}
