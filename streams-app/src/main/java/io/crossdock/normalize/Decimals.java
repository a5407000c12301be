package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;

/** Reads the quantities and amounts of rows exactly. An unknown one stays unknown: null is never zero. */
final class Decimals {

    /** Longer decimals are no quantities; reading them would only cost time. */
    private static final int MAX_DECIMAL_LENGTH = 40;

    private Decimals() {}

    /** The decimal; null for null. */
    static JsonNode decimal(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return NullNode.getInstance();
        }
        if (value.isNumber()) {
            return DecimalNode.valueOf(plain(value.decimalValue()));
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        if (text.equals("NaN") || text.endsWith("Infinity")) {
            throw new Rejection(
                    Reason.IMPOSSIBLE_QUANTITY, "found " + text + ". Correct the row in the source.", value);
        }
        if (!text.isEmpty() && text.length() <= MAX_DECIMAL_LENGTH && isDecimal(text)) {
            return DecimalNode.valueOf(plain(new BigDecimal(text)));
        }
        throw new Rejection(
                Reason.WRONG_TYPE,
                "expected a decimal, found " + Rejection.shown(value)
                        + ". Check that the connector writes decimals as strings (decimal.handling.mode=string).",
                value);
    }

    /** The decimal, zero or more; null for null. */
    static JsonNode nonNegative(JsonNode value) {
        JsonNode decimal = decimal(value);
        if (decimal.isNumber() && decimal.decimalValue().signum() < 0) {
            throw new Rejection(
                    Reason.IMPOSSIBLE_QUANTITY,
                    "found " + Rejection.shown(value)
                            + ", but a quantity is never negative. Correct the row in the source.",
                    value);
        }
        return decimal;
    }

    /** Equal quantities are equal values: trailing zeros are dropped, and no exponent appears. */
    static BigDecimal plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static boolean isDecimal(String text) {
        boolean digits = false;
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c == '.' && !point) {
                point = true;
            } else if (i > 0 || (c != '-' && c != '+')) {
                return false;
            }
        }
        return digits;
    }
}
