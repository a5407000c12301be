package io.crossdock.worlds.proof;

import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.status.OrderStatus;
import io.crossdock.order.status.Projected;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A published body in the form in which a world states the truth: the names of the API, quantities as texts. */
final class Published {

    private Published() {}

    /** Contradictions that the worlds know of: quantities that a system notes without deciding them. */
    private static final Set<Quantity> NOTED = Set.of(Quantity.ORDERED, Quantity.ALLOCATED);

    static Map<String, Object> body(Projected projected, boolean timed) {
        OrderStatus status = projected.status();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orderId", text(status.orderId()));
        body.put("root", text(status.root()));
        body.put(
                "identifiers",
                status.identifiers().stream().map(Object::toString).toList());
        body.put("customer", text(status.customer()));
        body.put("customerPo", text(status.customerPo()));
        body.put("status", status.status().name());
        body.put("complete", status.complete());
        body.put("untracked", status.untracked());
        body.put("axes", axes(status.axes()));
        body.put("leadingMilestone", text(status.leadingMilestone()));
        body.put("trailingMilestone", text(status.trailingMilestone()));
        body.put("lines", status.lines().stream().map(Published::line).toList());
        body.put(
                "shipments",
                status.shipments().stream().map(Published::shipment).toList());
        Map<String, String> milestones = new TreeMap<>();
        status.milestones()
                .forEach(reach -> milestones.put(
                        "[" + reach.subject() + "] " + reach.milestone().text(),
                        timed ? reach.occurredAt().toInstant().toString() : "some time"));
        body.put("milestones", milestones);
        body.put(
                "exceptions",
                status.exceptions().stream().map(Enum::name).sorted().toList());
        body.put(
                "contradictions",
                projected.contradictions().stream()
                        .filter(contradiction -> NOTED.contains(contradiction.quantity()))
                        .map(contradiction -> contradiction.subject() + " "
                                + contradiction.quantity().text())
                        .toList());
        return body;
    }

    private static Map<String, Object> axes(OrderStatus.Axes axes) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("approval", axes.approval().name());
        said.put("fulfilment", axes.fulfilment().name());
        said.put("billing", axes.billing().name());
        said.put("payment", axes.payment().name());
        said.put("returns", axes.returns().name());
        said.put("cancellation", axes.cancellation().name());
        said.put("hold", axes.hold().name());
        return said;
    }

    private static Map<String, Object> line(OrderStatus.Line line) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("line", line.line());
        said.put("sku", text(line.sku()));
        said.put("kind", line.kind().name());
        said.put("unit", text(line.unit()));
        said.put("known", line.known());
        Map<String, String> quantities = new LinkedHashMap<>();
        line.quantities().forEach((quantity, units) -> quantities.put(quantity.text(), units(units)));
        said.put("quantities", quantities);
        Map<String, String> positions = new LinkedHashMap<>();
        line.positions().forEach((position, units) -> positions.put(position.text(), units(units)));
        said.put("positions", positions);
        return said;
    }

    private static Map<String, Object> shipment(OrderStatus.Shipment shipment) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("id", shipment.id().toString());
        said.put("state", shipment.state().name());
        said.put("carrier", text(shipment.carrier()));
        said.put("tracking", shipment.tracking());
        said.put("packages", shipment.packages().stream().map(Published::pack).toList());
        return said;
    }

    private static Map<String, Object> pack(OrderStatus.PackageStatus pack) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("number", pack.number());
        said.put("state", pack.state().name());
        said.put("tracking", pack.tracking());
        return said;
    }

    private static String units(BigDecimal units) {
        return units.toPlainString();
    }

    private static String text(@Nullable Object value) {
        return value instanceof Milestone milestone ? milestone.text() : String.valueOf(value);
    }
}
