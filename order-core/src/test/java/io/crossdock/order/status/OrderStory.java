package io.crossdock.order.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.Document;
import io.crossdock.order.fact.Statement.Line;
import io.crossdock.order.fact.Statement.LineRef;
import io.crossdock.order.fact.Statement.OrderHeader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells the story of one order as its systems state it; each step is one row, a later row of the same key replaces it. */
final class OrderStory extends Story implements ShipmentSteps, DocumentSteps {

    final Identifier crm;
    private final Map<Projection, Recollection> recollections = new HashMap<>();
    private final List<String> crmLines = new ArrayList<>();
    private String salesOrder = "";
    private String warehouseOrder = "";

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

    /** Another sales order of the same CRM order, with one row. */
    OrderStory alsoInErpAs(String number, OrderHeader.State state, ALine row) {
        Identifier other = Identifier.parse("erp:sales-order:" + number);
        Link sameAs = new Link(Link.Kind.SAME_AS, other, crm, Link.Rule.EXPLICIT);
        Line said = row.said();
        return put(
                        other,
                        "sales-orders",
                        number,
                        List.of(sameAs),
                        header(state, OrderHeader.Credit.APPROVED, false, null))
                .put(other, "sales-order-lines", number + "|" + said.line(), List.of(), said);
    }

    /** A line of 10 that the customer collects, in the CRM and in the sales order. */
    OrderStory collecting(String sku) {
        ALine row = ALine.aLine("1").of(sku).by(Line.Fulfilment.PICKUP).holding("10");
        return crmLine(row)
                .erpLine(ALine.aLine("10")
                        .naming(crm, "1")
                        .of(sku)
                        .by(Line.Fulfilment.PICKUP)
                        .holding("10"));
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

    /** Any other row. */
    @Override
    public OrderStory put(Identifier home, String entity, String primaryKey, List<Link> links, Statement says) {
        row(home, entity, primaryKey, links, says);
        return this;
    }

    /** A line of the sales order that says more than a number and an article. */
    OrderStory erpLine(ALine line) {
        Line said = line.said();
        return put(erp(), "sales-order-lines", salesOrder + "|" + said.line(), List.of(), said);
    }

    /** A line of the order as the CRM has it. */
    OrderStory crmLine(ALine line) {
        Line said = line.said();
        return put(crm, "order-items", crm.value() + "-" + said.line(), List.of(), said);
    }

    /** A line of the warehouse's order. */
    OrderStory warehouseLine(ALine line) {
        Line said = line.said();
        return put(warehouse(), "order-lines", warehouseOrder + "|" + said.line(), List.of(), said);
    }

    /** The shipment has left, and its row says when. */
    OrderStory leaves(String id) {
        shipment(id, DocumentState.SHIPPED);
        dates(key("wms-east", "shipments", id), Milestone.SHIPPED);
        return this;
    }

    OrderStory later(Duration time) {
        waits(time);
        return this;
    }

    OrderStory without(String connection, String entity, String primaryKey) {
        facts.remove(key(connection, entity, primaryKey));
        return this;
    }

    @Override
    public Identifier erp() {
        return Identifier.parse("erp:sales-order:" + salesOrder);
    }

    @Override
    public boolean isInErp() {
        return !salesOrder.isEmpty();
    }

    Identifier warehouse() {
        return Identifier.parse("wms-east:order:" + warehouseOrder);
    }

    static Identifier shipment(String id) {
        return ShipmentSteps.shipment(id);
    }

    Projected projected() {
        return by(Spine.withoutDeliveryFeed());
    }

    Projected projectedWithDeliveryFeed() {
        return by(Spine.withDeliveryFeed());
    }

    /** With a carrier that owns what is delivered. */
    Projected projectedWithCarrier() {
        return by(Spine.withCarrier());
    }

    Projected by(Projection projection) {
        Projected projected = inAnyOrder(projection, crm, facts());
        // R91: and whatever was remembered from what the story was before.
        Recollection remembered = recollections.computeIfAbsent(projection, none -> new Recollection());
        assertThat(projection.project(crm, facts(), remembered)).isEqualTo(projected);
        return projected;
    }

    OrderStatus status() {
        return projected().status();
    }

    static OrderHeader header(
            OrderHeader.State state, OrderHeader.@Nullable Credit credit, boolean prepaid, @Nullable String ourKey) {
        return new OrderHeader(state, credit, "ACME", "PO-1", "USD", prepaid, null, null, ourKey, null);
    }
}
