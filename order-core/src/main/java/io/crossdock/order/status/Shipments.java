package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists an order's shipments with their packages (R60). */
final class Shipments {

    private Shipments() {}

    /** By identifier. */
    static List<OrderStatus.Shipment> of(OrderFacts facts, Packages packages) {
        Map<Identifier, List<Statement.Carton>> cartons = facts.cartons().stream()
                .collect(Collectors.groupingBy(
                        carton -> carton.fact().home(),
                        Collectors.mapping(OrderFacts.CartonFact::says, Collectors.toList())));
        return facts.documents().entrySet().stream()
                .filter(entry -> entry.getValue().is(DocumentType.SHIPMENT))
                .flatMap(entry -> Stream.ofNullable(packages.whole(entry.getKey()))
                        .map(whole -> new OrderStatus.Shipment(
                                entry.getKey(),
                                whole.state(),
                                carrier(entry.getValue().says(), cartons.getOrDefault(entry.getKey(), List.of())),
                                whole.tracking(),
                                packages.of(entry.getKey()).stream()
                                        .map(Shipments::published)
                                        .toList())))
                .toList();
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
