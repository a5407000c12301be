package io.crossdock.order.status;

import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.status.Ownership.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One CRM, one ERP, one warehouse: ranks and ownership as their connection files declare them. */
final class Spine {

    static final IdentifierTypes TYPES = IdentifierTypes.ranked(
            Map.ofEntries(
                    Map.entry("crm:order", 30),
                    Map.entry("erp:sales-order", 20),
                    Map.entry("erp-new:sales-order", 19),
                    Map.entry("wms-east:order", 10),
                    Map.entry("wms-east:shipment", 5),
                    Map.entry("*:delivery", 5),
                    Map.entry("*:invoice", 5),
                    Map.entry("*:credit-memo", 5),
                    Map.entry("*:return", 5),
                    Map.entry("*:payment", 5),
                    Map.entry("*:cancel-request", 5),
                    Map.entry("*:hold", 5),
                    Map.entry("ups:tracking", 3),
                    Map.entry("crm:order-number", 2)),
            19);

    // One each, as an application has one: what it remembers of an order holds for the same rules only.
    private static final Projection WITHOUT_DELIVERY_FEED = new Projection(TYPES, Ownership.of(claims()));
    private static final Projection WITH_DELIVERY_FEED =
            new Projection(TYPES, Ownership.of(withDelivered("wms-east", "shipment-lines", "EAST")));
    private static final Projection WITH_CARRIER = withCarrier(TYPES);

    private Spine() {}

    static List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        claim(claims, "crm", "orders", null, "captured");
        claim(claims, "erp", "sales-orders", null, "accepted", "credit-approved");
        claim(claims, "erp", "sales-order-lines", null, "ordered", "cancelled");
        claim(claims, "wms-east", "order-lines", "EAST", "allocated", "backordered", "released");
        claim(claims, "wms-east", "shipment-lines", "EAST", "picked", "packed", "shipped");
        claim(claims, "erp", "invoice-lines", null, "invoiced");
        claim(claims, "erp", "credit-memo-lines", null, "credited");
        return claims;
    }

    static Projection withoutDeliveryFeed() {
        return WITHOUT_DELIVERY_FEED;
    }

    /** The same, and the warehouse hears of deliveries. */
    static Projection withDeliveryFeed() {
        return WITH_DELIVERY_FEED;
    }

    /** The same, and a carrier says what is delivered. */
    static Projection withCarrier() {
        return WITH_CARRIER;
    }

    static Projection withCarrier(IdentifierTypes types) {
        return new Projection(types, Ownership.of(withDelivered("ups", "scans", null)));
    }

    private static List<Claim> withDelivered(String connection, String entity, @Nullable String location) {
        List<Claim> claims = claims();
        claim(claims, connection, entity, location, "delivered");
        return claims;
    }

    static void claim(
            List<Claim> claims, String connection, String entity, @Nullable String location, String... names) {
        Stream.of(names)
                .map(name -> new Claim(name, connection, entity, location))
                .forEach(claims::add);
    }
}
