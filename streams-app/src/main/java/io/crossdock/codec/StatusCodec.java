package io.crossdock.codec;

import io.crossdock.contract.LineNumber;
import io.crossdock.contract.LinePortion;
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
import java.util.List;
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
        return new StatusContracts().status(status, orderId, version, contentHash);
    }

    static io.crossdock.contract.OrderStatus toAvro(
            OrderStatus status,
            String orderId,
            OrderVersion version,
            String contentHash,
            List<OrderStatusLine> lines,
            List<OrderShipment> shipments,
            List<OrderMilestone> milestones) {
        return io.crossdock.contract.OrderStatus.newBuilder()
                .setOrderId(orderId)
                .setRoot(status.root() == null ? "" : status.root().toString())
                .setIdentifiers(
                        status.identifiers().stream().map(Identifier::toString).toList())
                .setCustomer(status.customer())
                .setCustomerPo(status.customerPo())
                .setCurrency(status.terms().currency())
                .setPrepaid(status.terms().prepaid())
                .setPriority(status.terms().priority())
                .setRequestedDate(status.terms().requestedDate())
                .setStatus(status.status().name())
                .setComplete(status.complete())
                .setUntracked(status.untracked())
                .setAxes(axes(status.axes()))
                .setLeadingMilestone(text(status.leadingMilestone()))
                .setTrailingMilestone(text(status.trailingMilestone()))
                .setVersion(version)
                .setContentHash(contentHash)
                .setLines(lines)
                .setShipments(shipments)
                .setMilestones(milestones)
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

    static OrderMilestone milestone(OrderStatus.Reach reach) {
        return new OrderMilestone(
                reach.subject(), reach.milestone().text(), reach.occurredAt().toString());
    }

    static OrderStatusLine line(OrderStatus.Line line) {
        Map<String, String> quantities = new TreeMap<>();
        line.quantities().forEach((quantity, value) -> quantities.put(quantity.text(), value.toPlainString()));
        Map<String, String> positions = new TreeMap<>();
        line.positions().forEach((position, value) -> positions.put(position.text(), value.toPlainString()));
        return new OrderStatusLine(
                line.line(),
                line.sku(),
                line.kind().name(),
                line.unit(),
                line.price() == null ? null : line.price().toPlainString(),
                line.known(),
                quantities,
                positions,
                line.places().location(),
                line.places().numbers().stream()
                        .map(number -> new LineNumber(number.document().toString(), number.line()))
                        .toList(),
                line.places().portions().entrySet().stream()
                        .map(portion -> new LinePortion(
                                portion.getKey().toString(),
                                portion.getValue().stripTrailingZeros().toPlainString()))
                        .toList());
    }

    static OrderShipment shipment(OrderStatus.Shipment shipment) {
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
}
