package io.crossdock.codec;

import io.crossdock.contract.OrderAxes;
import io.crossdock.contract.OrderMilestone;
import io.crossdock.contract.OrderPackage;
import io.crossdock.contract.OrderShipment;
import io.crossdock.contract.OrderStatusLine;
import io.crossdock.contract.OrderVersion;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.status.MilestoneStamp;
import io.crossdock.order.status.OrderStatus;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A status and its milestones, from the rules' records to their contracts. */
public final class StatusCodec {

    private StatusCodec() {}

    /**
     * The contract of a status.
     *
     * @param orderId name it is published under; an orphan, which is never published, answers queries under its identifier
     */
    public static io.crossdock.contract.OrderStatus toAvro(
            OrderStatus status, String orderId, OrderVersion version, String contentHash) {
        return io.crossdock.contract.OrderStatus.newBuilder()
                .setOrderId(orderId)
                .setRoot(status.root() == null ? "" : status.root().toString())
                .setIdentifiers(
                        status.identifiers().stream().map(Identifier::toString).toList())
                .setCustomer(status.customer())
                .setCustomerPo(status.customerPo())
                .setStatus(status.status().name())
                .setComplete(status.complete())
                .setUntracked(status.untracked())
                .setAxes(axes(status.axes()))
                .setLeadingMilestone(text(status.leadingMilestone()))
                .setTrailingMilestone(text(status.trailingMilestone()))
                .setVersion(version)
                .setContentHash(contentHash)
                .setLines(status.lines().stream().map(StatusCodec::line).toList())
                .setShipments(
                        status.shipments().stream().map(StatusCodec::shipment).toList())
                .setMilestones(status.milestones().stream()
                        .map(reach -> new OrderMilestone(
                                reach.subject(),
                                reach.milestone().text(),
                                reach.occurredAt().toString()))
                        .toList())
                .setExceptions(status.exceptions().stream().map(Enum::name).toList())
                .build();
    }

    /** The contract of a milestone with the fact behind it. */
    public static io.crossdock.contract.MilestoneStamp toAvro(MilestoneStamp stamp) {
        return new io.crossdock.contract.MilestoneStamp(
                stamp.subject(),
                stamp.milestone().text(),
                stamp.key().toString(),
                stamp.reached().version().toString(),
                stamp.connection(),
                stamp.reached().occurredAt().toString(),
                stamp.reached().recordedAt(),
                stamp.reached().landedAt(),
                stamp.reached().live(),
                stamp.evidence());
    }

    private static OrderAxes axes(OrderStatus.Axes axes) {
        return new OrderAxes(
                axes.approval().name(),
                axes.fulfilment().name(),
                axes.billing().name(),
                axes.payment().name(),
                axes.returns().name(),
                axes.cancellation().name(),
                axes.hold().name());
    }

    private static OrderStatusLine line(OrderStatus.Line line) {
        Map<String, String> quantities = new TreeMap<>();
        line.quantities().forEach((quantity, value) -> quantities.put(quantity.text(), value.toPlainString()));
        Map<String, String> positions = new TreeMap<>();
        line.positions().forEach((position, value) -> positions.put(camel(position.name()), value.toPlainString()));
        return new OrderStatusLine(
                line.line(), line.sku(), line.kind().name(), line.unit(), line.known(), quantities, positions);
    }

    private static OrderShipment shipment(OrderStatus.Shipment shipment) {
        return new OrderShipment(
                shipment.id().toString(),
                shipment.state().name(),
                shipment.carrier(),
                shipment.tracking(),
                shipment.packages().stream()
                        .map(parcel -> new OrderPackage(
                                parcel.number(), parcel.sscc(), parcel.state().name(), parcel.tracking()))
                        .toList());
    }

    private static @Nullable String text(@Nullable Milestone milestone) {
        return milestone == null ? null : milestone.text();
    }

    /** {@code SHORT_CLOSED} to {@code shortClosed}, as quantities are written. */
    private static String camel(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString();
    }
}
