package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.Document;
import io.crossdock.order.fact.Statement.LineRef;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Steps of the warehouse's shipments, their packages and what the carrier sees of them. */
interface ShipmentSteps {

    OrderStory put(Identifier home, String entity, String primaryKey, List<Link> links, Statement says);

    Identifier erp();

    boolean isInErp();

    default OrderStory shipment(String id, DocumentState state) {
        Identifier shipment = shipment(id);
        return put(
                shipment,
                "shipments",
                id,
                isInErp() ? List.of(partOf(shipment, erp())) : List.of(),
                new Document(DocumentType.SHIPMENT, state, "UPS", "EAST", null, null, false));
    }

    default OrderStory holding(String id, String number, String line, String sku, String quantity) {
        return holding(id, number, new LineRef(erp(), line + "0"), sku, "EA", quantity);
    }

    default OrderStory holding(
            String id, String number, @Nullable LineRef refersTo, String sku, String unit, @Nullable String quantity) {
        ALine line = ALine.aLine(number).of(sku).in(unit).holding(quantity);
        return holding(id, refersTo == null ? line : line.naming(refersTo.document(), refersTo.line()));
    }

    default OrderStory holding(String id, ALine line) {
        Statement.Line said = line.said();
        List<Link> links = said.refersTo() == null
                ? List.of()
                : List.of(partOf(shipment(id), said.refersTo().document()));
        return put(shipment(id), "shipment-lines", id + "|" + said.line(), links, said);
    }

    /** Units of a line of the sales order, in a package. */
    default OrderStory holdingInCarton(String id, String number, String line, String quantity, String carton) {
        return holding(
                id,
                ALine.aLine(number).naming(erp(), line + "0").holding(quantity).inCarton(carton));
    }

    default OrderStory packedInto(String id, String carton, String... tracking) {
        List<Link> links = Stream.of(tracking)
                .map(number -> partOf(tracking(number), shipment(id)))
                .toList();
        // The mailbox of a tracking number tells with its own facts what it is part of (R13).
        links.forEach(
                link -> put(link.from(), "derived-link", id + "|" + carton, List.of(link), new Statement.Alias()));
        return put(
                shipment(id),
                "cartons",
                id + "|" + carton,
                links,
                new Statement.Carton(carton, null, "UPS", Set.of(tracking)));
    }

    /** A tracking number of a shipment whose packages nobody lists. */
    default OrderStory tracked(String id, String tracking) {
        Link link = partOf(tracking(tracking), shipment(id));
        return put(link.from(), "derived-link", id, List.of(link), new Statement.Alias());
    }

    /** What the carrier saw, a row for each scan. */
    default OrderStory scanned(String tracking, DocumentState state) {
        return scannedAs(state.toString(), tracking, state);
    }

    /** A scan in a row of its own. */
    default OrderStory scannedAs(String row, String tracking, DocumentState state) {
        return put(tracking(tracking), "scans", tracking + "|" + row, List.of(), new Statement.Scan(state, null, null));
    }

    static Link partOf(Identifier lower, Identifier higher) {
        return new Link(Link.Kind.PART_OF, lower, higher, Link.Rule.EXPLICIT);
    }

    static Identifier shipment(String id) {
        return Identifier.parse("wms-east:shipment:" + id);
    }

    static Identifier tracking(String number) {
        return Identifier.parse("ups:tracking:" + number);
    }
}
