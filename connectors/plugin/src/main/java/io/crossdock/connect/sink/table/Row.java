package io.crossdock.connect.sink.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.crossdock.connect.delivery.Message;
import io.crossdock.connect.delivery.Payloads;
import io.crossdock.connect.delivery.UnusablePayload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a message inserts.
 *
 * @param table name, as the message says it
 * @param values by column, in the order of the payload, after the key and a state's version
 */
record Row(String table, Map<String, JsonNode> values) {

    private static final Pattern COLUMN = Pattern.compile("[a-z_][a-z0-9_]*");

    /**
     * The row of a message. Key and version are ours, whatever the payload says.
     *
     * @throws UnusablePayload if the payload is no JSON object, or a field is no name of a column
     */
    static Row of(Message message, String keyColumn, String versionColumn) throws UnusablePayload {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put(keyColumn, TextNode.valueOf(message.idempotencyKey()));
        if (message.state()) {
            values.put(versionColumn, TextNode.valueOf(message.version().toString()));
        }
        for (Map.Entry<String, JsonNode> field : Payloads.fields(message).properties()) {
            if (!isName(field.getKey())) {
                throw new UnusablePayload(
                        "The payload of " + message.idempotencyKey() + " has a field '" + field.getKey()
                                + "', which is no name of a column (a-z, 0-9 and _). Change the payload mapping");
            }
            values.putIfAbsent(field.getKey(), field.getValue());
        }
        return new Row(message.object(), values);
    }

    /** True if it can be a column, or a table, without being anything else. */
    static boolean isName(String text) {
        return COLUMN.matcher(text).matches();
    }
}
