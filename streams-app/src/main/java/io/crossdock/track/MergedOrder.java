package io.crossdock.track;

import io.crossdock.contract.OrderAxes;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OrderVersion;
import java.util.List;

/** The last status of an order that became part of another one: it says nothing but where it went. */
final class MergedOrder {

    private MergedOrder() {}

    static OrderStatus of(String orderId, String survivor, OrderVersion version) {
        return OrderStatus.newBuilder()
                .setOrderId(orderId)
                .setRoot("")
                .setIdentifiers(List.of())
                .setMergedInto(survivor)
                .setStatus("OPEN")
                .setComplete(false)
                .setUntracked(false)
                .setAxes(new OrderAxes("CAPTURED", "OPEN", "NOT_INVOICED", "UNKNOWN", "NONE", "NONE", "NONE"))
                .setVersion(version)
                .setContentHash("")
                .setLines(List.of())
                .setShipments(List.of())
                .setMilestones(List.of())
                .build();
    }
}
