package io.crossdock.track;

import io.crossdock.contract.MilestoneStamp;
import io.crossdock.contract.OrderMilestone;
import io.crossdock.contract.OrderPart;
import io.crossdock.contract.OrderShipment;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OrderStatusLine;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A status taken apart and put together again: a head that does not grow with the order, and one part for each identifier,
 * line, shipment and milestone. The names of the parts sort as the status lists them.
 */
final class OrderParts {

    private static final char END = '\u0000';
    private static final char IDENTIFIER = 'I';
    private static final char LINE = 'L';
    private static final char MILESTONE = 'M';
    private static final char SHIPMENT = 'S';
    private static final OrderPart NAME_ONLY = new OrderPart(null, null, null);

    private OrderParts() {}

    /** What is left of a status without its parts. */
    static OrderStatus head(OrderStatus status) {
        return with(status, List.of(), List.of(), List.of(), List.of());
    }

    /** The parts of a status by name; its milestones with the facts behind them. */
    static SortedMap<String, OrderPart> of(OrderStatus status, List<MilestoneStamp> stamps) {
        SortedMap<String, OrderPart> parts = new TreeMap<>();
        status.getIdentifiers().forEach(id -> parts.put(IDENTIFIER + sortable(id), NAME_ONLY));
        status.getLines().forEach(line -> parts.put(LINE + numbered(line.getLine()), new OrderPart(line, null, null)));
        status.getShipments()
                .forEach(shipment ->
                        parts.put(SHIPMENT + sortable(shipment.getId()), new OrderPart(null, shipment, null)));
        stamps.forEach(stamp -> parts.put(
                MILESTONE + stamp.getSubject() + END + stamp.getMilestone(), new OrderPart(null, null, stamp)));
        return parts;
    }

    /** The whole status again. */
    static OrderStatus join(OrderStatus head, SortedMap<String, OrderPart> parts) {
        List<String> identifiers = new ArrayList<>();
        List<OrderStatusLine> lines = new ArrayList<>();
        List<OrderShipment> shipments = new ArrayList<>();
        List<OrderMilestone> milestones = new ArrayList<>();
        parts.forEach((name, part) -> {
            MilestoneStamp stamp = part.getStamp();
            if (stamp != null) {
                milestones.add(new OrderMilestone(stamp.getSubject(), stamp.getMilestone(), stamp.getOccurredAt()));
            } else if (part.getLine() != null) {
                lines.add(part.getLine());
            } else if (part.getShipment() != null) {
                shipments.add(part.getShipment());
            } else {
                identifiers.add(name.substring(1).replace(END, ':'));
            }
        });
        return with(head, identifiers, lines, shipments, milestones);
    }

    /** Not by the builder, which copies every part of what it is given. */
    private static OrderStatus with(
            OrderStatus status,
            List<String> identifiers,
            List<OrderStatusLine> lines,
            List<OrderShipment> shipments,
            List<OrderMilestone> milestones) {
        return new OrderStatus(
                status.getOrderId(),
                status.getRoot(),
                identifiers,
                status.getMergedInto(),
                status.getCustomer(),
                status.getCustomerPo(),
                status.getCurrency(),
                status.getPrepaid(),
                status.getPriority(),
                status.getRequestedDate(),
                status.getStatus(),
                status.getComplete(),
                status.getUntracked(),
                status.getAxes(),
                status.getLeadingMilestone(),
                status.getTrailingMilestone(),
                status.getVersion(),
                status.getContentHash(),
                lines,
                shipments,
                milestones,
                status.getExceptions());
    }

    /** Identifiers sort by connection, type and value, each by itself. */
    private static String sortable(String identifier) {
        String[] parts = identifier.split(":", 3);
        return String.join(String.valueOf(END), parts);
    }

    /** Line numbers sort by value, everything else after them by text. */
    private static String numbered(String line) {
        boolean number = !line.isEmpty() && line.length() <= 18 && line.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? "0" + "0".repeat(18 - line.length()) + line + END + line : "1" + line;
    }
}
