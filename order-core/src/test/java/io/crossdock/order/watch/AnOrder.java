package io.crossdock.order.watch;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.status.FulfilmentStatus;
import io.crossdock.order.status.MilestoneStamp;
import io.crossdock.order.status.OrderStatus;
import io.crossdock.order.status.Position;
import io.crossdock.order.status.Projected;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An order as the projection leaves it, with what limits are set for. */
final class AnOrder {

    static final Identifier SHIPMENT = Identifier.parse("wms-east:shipment:S-1");

    private static final Identifier ROOT = Identifier.parse("crm:order:801");

    private final List<MilestoneStamp> stamps = new ArrayList<>();
    private final List<OrderStatus.Line> lines = new ArrayList<>();
    private FulfilmentStatus status = FulfilmentStatus.OPEN;
    private DocumentState shipmentState = DocumentState.RELEASED;
    private @Nullable String requested;
    private boolean done;

    AnOrder is(FulfilmentStatus now) {
        status = now;
        return this;
    }

    AnOrder isDone() {
        done = true;
        return this;
    }

    AnOrder wanted(String date) {
        requested = date;
        return this;
    }

    AnOrder shipmentIs(DocumentState state) {
        shipmentState = state;
        return this;
    }

    /** A line of ten units from a place, all of them in the shipment. */
    AnOrder from(@Nullable String location) {
        return line(
                Map.of(), new OrderStatus.Places(location, List.of(), new TreeMap<>(Map.of(SHIPMENT, BigDecimal.TEN))));
    }

    /** A line of ten units of which some are in a position. */
    AnOrder with(Position position, String units) {
        return line(
                Map.of(position, new BigDecimal(units)), new OrderStatus.Places("EAST", List.of(), new TreeMap<>()));
    }

    private AnOrder line(Map<Position, BigDecimal> positions, OrderStatus.Places places) {
        lines.add(new OrderStatus.Line(
                String.valueOf(lines.size() + 1),
                "A-100",
                Statement.Line.Kind.GOODS,
                "EA",
                null,
                true,
                Map.of(),
                positions,
                places));
        return this;
    }

    /** Reached while we were listening. */
    AnOrder reached(String subject, Milestone milestone, String at) {
        return reached(subject, milestone, at, at, true);
    }

    /** Reached before we were: it landed with a snapshot. */
    AnOrder loaded(String subject, Milestone milestone, String at, String landed) {
        return reached(subject, milestone, at, landed, false);
    }

    private AnOrder reached(String subject, Milestone milestone, String at, String landed, boolean live) {
        OffsetDateTime occurred = OffsetDateTime.parse(at);
        OffsetDateTime arrived = OffsetDateTime.parse(landed);
        stamps.add(new MilestoneStamp(
                subject,
                milestone,
                new Reached(occurred, occurred.toInstant(), arrived.toInstant(), new SourceVersion(1, 1, 1), live),
                new FactKey("crm", "orders", "801"),
                "crm",
                "raw.crm.orders-0@1"));
        return this;
    }

    Projected projected() {
        OrderStatus body = new OrderStatus(
                "ord_1",
                ROOT,
                List.of(ROOT),
                "C-101",
                null,
                new OrderStatus.Terms("USD", false, null, requested),
                status,
                true,
                false,
                new OrderStatus.Axes(
                        OrderStatus.Approval.ACCEPTED,
                        status,
                        OrderStatus.Billing.NOT_INVOICED,
                        OrderStatus.Payment.UNKNOWN,
                        OrderStatus.Returns.NONE,
                        OrderStatus.Cancellation.NONE,
                        OrderStatus.Hold.NONE),
                null,
                null,
                lines,
                List.of(new OrderStatus.Shipment(SHIPMENT, shipmentState, null, List.of(), List.of())),
                List.of(),
                List.of());
        return new Projected(ROOT, "ord_1", false, List.of(ROOT), body, "hash", stamps, List.of(), List.of(), done);
    }
}
