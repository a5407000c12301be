package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The body of a status with something in every part of it, and the same with one part of it otherwise. */
record ABody(OrderStatus status) {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-20T12:00:00Z");

    static ABody usual() {
        OrderStatus.Axes axes = new OrderStatus.Axes(
                OrderStatus.Approval.ACCEPTED,
                FulfilmentStatus.SHIPPED,
                OrderStatus.Billing.INVOICED,
                OrderStatus.Payment.OPEN,
                OrderStatus.Returns.NONE,
                OrderStatus.Cancellation.NONE,
                OrderStatus.Hold.NONE);
        OrderStatus.Line line = new OrderStatus.Line(
                "1",
                "A-100",
                Statement.Line.Kind.GOODS,
                "EA",
                new BigDecimal("2.5"),
                true,
                Map.of(Quantity.ORDERED, BigDecimal.TEN, Quantity.SHIPPED, BigDecimal.TEN),
                Map.of(Position.IN_TRANSIT, BigDecimal.TEN),
                new OrderStatus.Places(
                        "EAST",
                        List.of(new Statement.LineRef(Identifier.parse("erp:sales-order:SO-1"), "10")),
                        Map.of(Identifier.parse("wms-east:shipment:S-1"), BigDecimal.TEN)));
        OrderStatus.PackageStatus parcel =
                new OrderStatus.PackageStatus("1", "003400001", DocumentState.SHIPPED, List.of("1Z-A"));
        OrderStatus.Shipment shipment = new OrderStatus.Shipment(
                Identifier.parse("wms-east:shipment:S-1"),
                DocumentState.SHIPPED,
                "UPS",
                List.of("1Z-A"),
                List.of(parcel));
        return new ABody(new OrderStatus(
                "ord_1",
                Identifier.parse("crm:order:C-5"),
                List.of(Identifier.parse("crm:order:C-5")),
                "ACME",
                "PO-1",
                new OrderStatus.Terms("USD", false, "SAME_DAY", "2026-11-23"),
                FulfilmentStatus.SHIPPED,
                true,
                false,
                axes,
                Milestone.SHIPPED,
                Milestone.SHIPPED,
                List.of(line),
                List.of(shipment),
                List.of(new OrderStatus.Reach("order", Milestone.CAPTURED, NOON)),
                List.of(OrderException.Type.OVER_SHIPPED)));
    }

    /** By the name of the part, for example {@code lines.unit}: a part that is added later is one of them. */
    static Map<String, OrderStatus> eachPartOtherwise() {
        Map<String, OrderStatus> bodies = new LinkedHashMap<>();
        otherwise(usual().status()).forEach((part, body) -> bodies.put(part, (OrderStatus) body));
        return bodies;
    }

    /** The value with one of its parts otherwise at a time. */
    private static Map<String, Object> otherwise(Object value) {
        Map<String, Object> others = new LinkedHashMap<>();
        switch (value) {
            case Identifier identifier ->
                others.put("", Identifier.parse(identifier.connection() + ":" + identifier.type() + ":other"));
            case Record whole -> others.putAll(ofRecord(whole));
            case List<?> list -> {
                others.put(" empty", List.of());
                otherwise(list.getFirst()).forEach((part, other) -> others.put(part, List.of(other)));
            }
            case Map<?, ?> map ->
                map.forEach((key, figure) -> {
                    Map<Object, Object> changed = new LinkedHashMap<>(map);
                    changed.put(key, ((BigDecimal) figure).add(BigDecimal.ONE));
                    others.put(" " + key, changed);
                });
            case Boolean flag -> others.put("", !flag);
            case String text -> others.put("", text + "x");
            case OffsetDateTime time -> others.put("", time.plusMinutes(1));
            case Enum<?> constant -> others.put("", another(constant));
            case BigDecimal number -> others.put("", number.add(BigDecimal.ONE));
            default -> throw new IllegalArgumentException("Say how a " + value.getClass() + " may be otherwise");
        }
        return others;
    }

    private static Map<String, Object> ofRecord(Record whole) {
        try {
            RecordComponent[] parts = whole.getClass().getRecordComponents();
            List<Class<?>> types = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            for (RecordComponent part : parts) {
                types.add(part.getType());
                values.add(Objects.requireNonNull(part.getAccessor().invoke(whole)));
            }
            Constructor<?> constructor = whole.getClass().getDeclaredConstructor(types.toArray(new Class<?>[0]));
            Map<String, Object> others = new LinkedHashMap<>();
            for (int i = 0; i < parts.length; i++) {
                for (Map.Entry<String, Object> other : otherwise(values.get(i)).entrySet()) {
                    List<Object> changed = new ArrayList<>(values);
                    changed.set(i, other.getValue());
                    String below = other.getKey().isEmpty() || other.getKey().startsWith(" ") ? "" : ".";
                    others.put(parts[i].getName() + below + other.getKey(), constructor.newInstance(changed.toArray()));
                }
            }
            return others;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Object another(Enum<?> constant) {
        return Stream.of(constant.getDeclaringClass().getEnumConstants())
                .filter(other -> !other.equals(constant))
                .findFirst()
                .orElseThrow();
    }
}
