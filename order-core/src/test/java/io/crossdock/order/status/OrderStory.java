package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.Document;
import io.crossdock.order.fact.Statement.Line;
import io.crossdock.order.fact.Statement.LineRef;
import io.crossdock.order.fact.Statement.OrderHeader;
import io.crossdock.order.mailbox.Claims;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells the story of one order as its systems state it; each step is one row, a later row of the same key replaces it. */
final class OrderStory {

    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-20T10:00:00-05:00");

    final Identifier crm;
    private final Map<FactKey, Fact> facts = new TreeMap<>();
    private final List<String> crmLines = new ArrayList<>();
    private String salesOrder = "";
    private String warehouseOrder = "";
    private long clock;

    private OrderStory(String number) {
        this.crm = Identifier.parse("crm:order:" + number);
    }

    /** An order captured in the CRM under this id. */
    static OrderStory anOrder(String number) {
        OrderStory story = new OrderStory(number);
        return story.capturedAs(OrderHeader.State.CAPTURED);
    }

    /** The CRM's own record is not known yet. */
    static OrderStory anOrderNotYetHeardOf(String number) {
        return new OrderStory(number);
    }

    OrderStory capturedAs(OrderHeader.State state) {
        return put(crm, "orders", crm.value(), List.of(), header(state, null, false, null));
    }

    OrderStory withLine(String line, String sku, @Nullable String quantity) {
        return withLine(line, sku, "EA", Line.Kind.GOODS, quantity, "0");
    }

    OrderStory withLine(
            String line, String sku, String unit, Line.Kind kind, @Nullable String quantity, String cancelRequested) {
        if (!crmLines.contains(line)) {
            crmLines.add(line);
        }
        return put(
                crm,
                "order-items",
                crm.value() + "-" + line,
                List.of(),
                new Line(
                        line,
                        null,
                        sku,
                        unit,
                        kind,
                        Line.Fulfilment.STOCK,
                        decimal(quantity),
                        Map.of(Quantity.CANCEL_REQUESTED, new BigDecimal(cancelRequested)),
                        false));
    }

    /** The customer wants units of a line of 10 EA cancelled. */
    OrderStory asksToCancel(String line, String sku, String ordered, String units) {
        return withLine(line, sku, "EA", Line.Kind.GOODS, ordered, units);
    }

    OrderStory acceptedInErpAs(String number) {
        return enteredInErpAs(number).erpHeader(OrderHeader.State.ACCEPTED, OrderHeader.Credit.APPROVED, false);
    }

    OrderStory enteredInErpAs(String number) {
        salesOrder = number;
        erpHeader(OrderHeader.State.CAPTURED, OrderHeader.Credit.PENDING, false);
        crmLines.forEach(line -> {
            Line captured = captured(line);
            erpLine(line, captured, captured.quantity(), "0");
        });
        return this;
    }

    OrderStory erpHeader(OrderHeader.State state, OrderHeader.Credit credit, boolean prepaid) {
        Link link = new Link(Link.Kind.SAME_AS, erp(), crm, Link.Rule.EXPLICIT);
        return put(erp(), "sales-orders", salesOrder, List.of(link), header(state, credit, prepaid, null));
    }

    OrderStory erpSays(String line, String ordered, String cancelled) {
        Line captured = captured(line);
        return erpLine(line, captured, decimal(ordered), cancelled);
    }

    private Line captured(String line) {
        FactKey key = key("crm", "order-items", crm.value() + "-" + line);
        return (Line)
                Objects.requireNonNull(Objects.requireNonNull(facts.get(key)).statement());
    }

    private OrderStory erpLine(String line, Line captured, @Nullable BigDecimal ordered, String cancelled) {
        return put(
                erp(),
                "sales-order-lines",
                salesOrder + "|" + line + "0",
                List.of(),
                new Line(
                        line + "0",
                        new LineRef(crm, line),
                        captured.sku(),
                        captured.unit(),
                        captured.kind(),
                        Line.Fulfilment.STOCK,
                        ordered,
                        Map.of(Quantity.CANCELLED, new BigDecimal(cancelled)),
                        false));
    }

    OrderStory inWarehouseAs(String number) {
        warehouseOrder = number;
        return warehouseOrderIs(DocumentState.OPEN);
    }

    OrderStory warehouseOrderIs(DocumentState state) {
        Link link = new Link(Link.Kind.SAME_AS, warehouse(), erp(), Link.Rule.EXPLICIT);
        return put(
                warehouse(),
                "orders",
                warehouseOrder,
                List.of(link),
                new Document(DocumentType.WAREHOUSE_ORDER, state, null, "EAST", null, null, false));
    }

    OrderStory allocates(String line, String sku, String quantity, String allocated, String backordered) {
        return warehouseLine(line, sku, quantity, allocated, backordered, false);
    }

    OrderStory warehouseLine(
            String line, String sku, String quantity, String allocated, String backordered, boolean closedShort) {
        return put(
                warehouse(),
                "order-lines",
                warehouseOrder + "|" + line,
                List.of(),
                new Line(
                        line,
                        new LineRef(erp(), line + "0"),
                        sku,
                        "EA",
                        Line.Kind.GOODS,
                        Line.Fulfilment.STOCK,
                        decimal(quantity),
                        Map.of(
                                Quantity.ALLOCATED, new BigDecimal(allocated),
                                Quantity.BACKORDERED, new BigDecimal(backordered)),
                        closedShort));
    }

    OrderStory shipment(String id, DocumentState state) {
        Identifier shipment = shipment(id);
        return put(
                shipment,
                "shipments",
                id,
                salesOrder.isEmpty() ? List.of() : List.of(partOf(shipment)),
                new Document(DocumentType.SHIPMENT, state, "UPS", "EAST", null, null, false));
    }

    OrderStory holding(String id, String number, String line, String sku, String quantity) {
        return holding(id, number, new LineRef(erp(), line + "0"), sku, "EA", quantity);
    }

    OrderStory holding(String id, String number, @Nullable LineRef refersTo, String sku, String unit, String quantity) {
        List<Link> links = refersTo == null
                ? List.of()
                : List.of(new Link(Link.Kind.PART_OF, shipment(id), refersTo.document(), Link.Rule.EXPLICIT));
        return put(
                shipment(id),
                "shipment-lines",
                id + "|" + number,
                links,
                new Line(
                        number,
                        refersTo,
                        sku,
                        unit,
                        Line.Kind.GOODS,
                        Line.Fulfilment.STOCK,
                        decimal(quantity),
                        Map.of(),
                        false));
    }

    OrderStory packedInto(String id, String carton, String tracking) {
        return put(
                shipment(id),
                "cartons",
                id + "|" + carton,
                List.of(),
                new Statement.Carton(carton, null, "UPS", Set.of(tracking)));
    }

    OrderStory erpDelivery(String id, String line, String quantity) {
        return erpDocument("deliveries", DocumentType.DELIVERY, id, DocumentState.POSTED, line, quantity);
    }

    OrderStory invoice(String id, DocumentState state, String line, String quantity) {
        return erpDocument("invoices", DocumentType.INVOICE, id, state, line, quantity);
    }

    OrderStory creditMemo(String id, DocumentState state, String line, String quantity) {
        return erpDocument("credit-memos", DocumentType.CREDIT_MEMO, id, state, line, quantity);
    }

    private OrderStory erpDocument(
            String entity, DocumentType type, String id, DocumentState state, String line, String quantity) {
        String lines = entity.equals("deliveries") ? "delivery-lines" : entity.replaceAll("s$", "-lines");
        Identifier home =
                Identifier.parse("erp:" + entity.replaceAll("ies$", "y").replaceAll("s$", "") + ":" + id);
        Line said = new Line(
                "1",
                new LineRef(erp(), line + "0"),
                null,
                null,
                Line.Kind.GOODS,
                Line.Fulfilment.STOCK,
                decimal(quantity),
                Map.of(),
                false);
        put(home, entity, id, List.of(partOf(home)), new Document(type, state, null, null, null, null, false));
        return put(home, lines, id + "|1", List.of(), said);
    }

    /** Any other row. */
    OrderStory put(Identifier home, String entity, String primaryKey, List<Link> links, Statement says) {
        FactKey key = key(home.connection(), entity, primaryKey);
        OffsetDateTime now = START.plusMinutes(++clock);
        Fact fact = new Fact(
                key,
                home,
                new SourceVersion(1, clock, 1),
                Op.ASSERT,
                Origin.LIVE,
                now,
                now.toInstant(),
                now.toInstant(),
                Map.of(),
                links,
                says,
                Map.of(),
                "raw." + home.connection() + "." + entity + "-0@" + clock,
                null);
        Map<Milestone, Reached> reached = new EnumMap<>(Milestone.class);
        reached.putAll(Claims.of(fact));
        Fact before = facts.get(key);
        if (before != null) {
            before.reached().forEach((milestone, stamp) -> reached.merge(milestone, stamp, Reached::first));
        }
        facts.put(key, fact.withReached(reached));
        return this;
    }

    OrderStory without(String connection, String entity, String primaryKey) {
        facts.remove(key(connection, entity, primaryKey));
        return this;
    }

    List<Fact> facts() {
        return List.copyOf(facts.values());
    }

    Identifier erp() {
        return Identifier.parse("erp:sales-order:" + salesOrder);
    }

    private Identifier warehouse() {
        return Identifier.parse("wms-east:order:" + warehouseOrder);
    }

    static Identifier shipment(String id) {
        return Identifier.parse("wms-east:shipment:" + id);
    }

    Projected projected() {
        return Spine.withoutDeliveryFeed().project(crm, facts());
    }

    Projected projectedWithDeliveryFeed() {
        return Spine.withDeliveryFeed().project(crm, facts());
    }

    OrderStatus status() {
        return projected().status();
    }

    private Link partOf(Identifier document) {
        return new Link(Link.Kind.PART_OF, document, erp(), Link.Rule.EXPLICIT);
    }

    static OrderHeader header(
            OrderHeader.State state, OrderHeader.@Nullable Credit credit, boolean prepaid, @Nullable String ourKey) {
        return new OrderHeader(state, credit, "ACME", "PO-1", "USD", prepaid, null, null, ourKey, null);
    }

    private static FactKey key(String connection, String entity, String primaryKey) {
        return new FactKey(connection, entity, primaryKey);
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
