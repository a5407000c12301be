package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists an order's shipments with their packages (R60). */
final class Shipments {

    private Shipments() {}

    /** A shipment as it is published. */
    static OrderStatus.Shipment listed(
            Identifier id,
            OrderFacts.DocumentFact shipment,
            List<OrderFacts.CartonFact> cartons,
            Collection<Parcel> packages,
            Parcel whole) {
        return new OrderStatus.Shipment(
                id,
                whole.state(),
                carrier(
                        shipment.says(),
                        cartons.stream().map(OrderFacts.CartonFact::says).toList()),
                whole.tracking(),
                packages.stream().map(Shipments::published).toList());
    }

    private static OrderStatus.PackageStatus published(Parcel parcel) {
        return new OrderStatus.PackageStatus(parcel.number(), parcel.sscc(), parcel.state(), parcel.tracking());
    }

    private static @Nullable String carrier(Statement.Document document, List<Statement.Carton> packages) {
        if (document.carrier() != null) {
            return document.carrier();
        }
        return packages.stream()
                .map(Statement.Carton::carrier)
                .filter(Objects::nonNull)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
