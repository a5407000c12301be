package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists an order's shipments: their state by their own document, their tracking numbers from their packages (R60). */
final class Shipments {

    private Shipments() {}

    /** By identifier. */
    static List<OrderStatus.Shipment> of(OrderFacts facts) {
        return facts.documents().entrySet().stream()
                .filter(entry -> entry.getValue().says().type() == DocumentType.SHIPMENT)
                .map(entry -> shipment(entry.getKey(), entry.getValue().says(), packagesOf(entry.getKey(), facts)))
                .toList();
    }

    private static OrderStatus.Shipment shipment(
            Identifier id, Statement.Document document, List<Statement.Carton> packages) {
        List<String> tracking = packages.stream()
                .flatMap(carton -> carton.tracking().stream())
                .distinct()
                .sorted()
                .toList();
        return new OrderStatus.Shipment(id, document.state(), carrier(document, packages), tracking);
    }

    private static @Nullable String carrier(Statement.Document document, List<Statement.Carton> packages) {
        if (document.carrier() != null) {
            return document.carrier();
        }
        List<String> carriers =
                present(packages.stream().map(Statement.Carton::carrier).toList());
        return carriers.isEmpty() ? null : carriers.getFirst();
    }

    private static List<Statement.Carton> packagesOf(Identifier shipment, OrderFacts facts) {
        return facts.cartons().stream()
                .filter(carton -> carton.fact().home().equals(shipment))
                .map(OrderFacts.CartonFact::says)
                .toList();
    }

    private static List<String> present(Collection<@Nullable String> values) {
        return values.stream().filter(Objects::nonNull).distinct().sorted().toList();
    }
}
