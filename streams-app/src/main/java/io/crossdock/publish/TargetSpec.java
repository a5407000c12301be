package io.crossdock.publish;

import io.crossdock.contract.OrderStatus;
import java.util.Set;
import java.util.function.Function;

/**
 * A connection that is told about orders.
 *
 * @param connection its name
 * @param live false in observe: what it would be told is kept and nothing is sent
 * @param object kind of record in its vocabulary, for example {@code Order}
 * @param payload from a status to the body in its vocabulary; must not depend on the version
 * @param erpConnections connections whose sales order names an order that the target did not capture
 */
public record TargetSpec(
        String connection,
        boolean live,
        String object,
        Function<OrderStatus, String> payload,
        Set<String> erpConnections) {

    public TargetSpec {
        erpConnections = Set.copyOf(erpConnections);
    }
}
