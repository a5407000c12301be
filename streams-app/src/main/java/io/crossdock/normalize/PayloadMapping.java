package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import io.crossdock.systems.SystemDefinition;
import io.crossdock.systems.Systems;
import java.nio.file.Path;

/** Turns an order's status into the body that a target is told, in the target's vocabulary. */
public final class PayloadMapping {

    private static final String ORDER_STATUS = "order-status";

    private final Expression expression;

    private PayloadMapping(Expression expression) {
        this.expression = expression;
    }

    /**
     * The mapping of one target's system, {@code payloads/order-status.jslt}.
     *
     * @param target name of a connection
     * @throws IllegalArgumentException if there is no such connection, or its system has no such payload
     */
    public static PayloadMapping of(Systems systems, String target) {
        SystemDefinition system = systems.connection(target).system();
        Path file = system.payloads().get(ORDER_STATUS);
        if (file == null) {
            throw new IllegalArgumentException("System " + system.name() + " has no payloads/" + ORDER_STATUS
                    + ".jslt, so connection " + target + " cannot be told; set its target to off");
        }
        return new PayloadMapping(MappingCompiler.compileKeepingNulls(file));
    }

    /**
     * The body as JSON. Equal statuses give equal bodies.
     *
     * @param orderStatus the order with the field names of {@code GET /api/v1/orders/{id}}
     */
    public String body(JsonNode orderStatus) {
        return expression.apply(orderStatus).toString();
    }
}
