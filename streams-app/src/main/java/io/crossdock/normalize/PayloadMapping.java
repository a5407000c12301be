package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.crossdock.systems.Connection;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a target shall hold of an order, in its own vocabulary, by {@code payloads/order-status.jslt} of its system. The file may use
 * {@code $target}, the name of the connection.
 */
public final class PayloadMapping {

    private static final String ORDER_STATUS = "order-status";

    private final Expression expression;
    private final TextNode target;

    private PayloadMapping(Expression expression, String target) {
        this.expression = expression;
        this.target = TextNode.valueOf(target);
    }

    /** The mapping of one connection; null if its system is told no state. */
    public static @Nullable PayloadMapping of(Connection connection) {
        Path file = connection.system().payloads().get(ORDER_STATUS);
        return file == null
                ? null
                : new PayloadMapping(MappingCompiler.compileKeepingNulls(file, connection), connection.name());
    }

    /**
     * The body; null while there is nothing to tell. Equal statuses give equal bodies.
     *
     * @param orderStatus the order with the field names of {@code GET /api/v1/orders/{id}}
     * @throws JsltException if the file cannot be worked out for this order
     */
    public @Nullable JsonNode body(JsonNode orderStatus) {
        JsonNode body = expression.apply(Map.of("target", target), orderStatus);
        return body.isNull() ? null : body;
    }
}
