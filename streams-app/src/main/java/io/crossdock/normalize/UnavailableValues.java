package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A long value that did not change is left out of the source's log; a placeholder stands in its place and means
 * <i>unchanged</i>, not that text. A mapping may pass such a column by, but must not read it.
 */
final class UnavailableValues {

    private static final String PLACEHOLDER = "__debezium_unavailable_value";

    private UnavailableValues() {}

    /** The row, or one that rejects the reading of a placeholder if it holds any. */
    static ObjectNode guard(ObjectNode row) {
        for (JsonNode value : row) {
            if (isPlaceholder(value)) {
                return new GuardedRow(row);
            }
        }
        return row;
    }

    private static boolean isPlaceholder(JsonNode value) {
        return value.isTextual() && value.textValue().equals(PLACEHOLDER);
    }

    // ObjectNode itself narrows deepCopy without its type parameter.
    @SuppressWarnings("unchecked")
    private static final class GuardedRow extends ObjectNode {

        private GuardedRow(ObjectNode row) {
            super(JsonNodeFactory.instance);
            setAll(row);
        }

        @Override
        public JsonNode get(String column) {
            JsonNode value = super.get(column);
            if (value != null && isPlaceholder(value)) {
                throw new Rejection(
                        Reason.UNAVAILABLE_VALUE,
                        "Column " + column
                                + " did not change, so the source left its value out. Set REPLICA IDENTITY FULL"
                                + " on the table, or take the column out of the mapping file, then replay.");
            }
            return value;
        }
    }
}
