package io.crossdock.worlds.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an order, its lines and its documents got as far as they are, by the clock of those who did it. */
final class Milestones {

    /** The life of goods; where nobody said when a step was done, a later one stands in for it. */
    private static final List<String> LIFE =
            List.of("allocated", "released", "picked", "packed", "shipped", "delivered");

    private final World world;
    private final View view;
    private final List<LineCount> lines;
    private final SortedMap<String, Long> times = new TreeMap<>();

    private Milestones(World world, View view, List<LineCount> lines) {
        this.world = world;
        this.view = view;
        this.lines = lines;
    }

    /**
     * Times by {@code [subject] milestone}. Whoever hears a source again that was restored in silence takes what it says for
     * older than what it said before, so that there only the milestones are told, and no times.
     */
    static Map<String, String> of(World world, View view, List<LineCount> lines, String word, Axes axes) {
        Milestones milestones = new Milestones(world, view, lines);
        milestones.ofLines();
        milestones.ofDocuments();
        milestones.ofOrder(word, axes);
        boolean timed = !world.seen().contains(Feature.SILENTLY_RESTORED);
        SortedMap<String, String> told = new TreeMap<>();
        milestones.times.forEach((milestone, at) ->
                told.put(milestone, timed ? Instant.ofEpochMilli(at).toString() : "some time"));
        return told;
    }

    private void ofLines() {
        for (LineCount count : lines) {
            String subject = "line:" + count.name;
            for (ErpLine entered : view.entered(count.line)) {
                if (entered.cancelled > 0) {
                    add(subject, "cancelled", entered.firsts().of("cancelled"));
                }
                counters(entered).forEach(counter -> {
                    if (counter.allocated() > 0) {
                        add(subject, "allocated", counter.firsts.of("allocated"));
                    }
                    if (counter.backordered > 0) {
                        add(subject, "backordered", counter.firsts.of("backordered"));
                    }
                });
                view.shipments(world).stream()
                        .flatMap(shipment -> shipment.lines.stream())
                        .filter(row -> row.erpLine == entered && row.quantity > 0)
                        .forEach(row -> arrival(subject, row));
            }
        }
    }

    /** What is collected arrives when it leaves; everything else with its package. */
    private void arrival(String subject, ShipmentLine row) {
        Shipment shipment = row.shipment;
        boolean astray = row.packages().isEmpty()
                ? shipment.status == Shipment.Status.LOST || shipment.status == Shipment.Status.RETURNED
                : row.packages().stream()
                        .min(Comparator.comparingInt(Carton::rank))
                        .orElseThrow()
                        .isAstray();
        if (row.erpLine.line.source == SaleLine.Source.COUNTER && !astray && shipment.hasBeen(Place.SHIPPED)) {
            add(subject, "delivered", shipment.firsts.of("shipped"));
        } else {
            handedOver(subject, row.packages());
        }
    }

    private void handedOver(String subject, List<Carton> packages) {
        if (!packages.isEmpty() && packages.stream().allMatch(Carton::isHandedOver)) {
            add(
                    subject,
                    "delivered",
                    packages.stream().mapToLong(Carton::arrived).max().orElseThrow());
        }
    }

    private void ofDocuments() {
        for (Shipment shipment : view.shipments(world)) {
            if (shipment.lines.stream()
                    .noneMatch(row -> row.quantity > 0 && view.orders().contains(row.erpLine.order))) {
                continue;
            }
            handedOver(shipment.name(), shipment.cartons);
            for (String step : LIFE.subList(1, LIFE.size())) {
                Place place = Place.valueOf(step.toUpperCase(java.util.Locale.ROOT));
                if (shipment.hasBeen(place) && (place != Place.DELIVERED || shipment.warehouse.tracksDelivery)) {
                    add(shipment.name(), step, shipment.firsts.of(step));
                }
            }
        }
        for (SalesOrder order : view.orders()) {
            order.warehouseOrders.stream()
                    .filter(work -> work.isStanding()
                            && work.lines.stream().anyMatch(line -> line.allocated() > 0)
                            && work.status != WarehouseOrder.Status.NEW)
                    .forEach(work -> {
                        add(work.name(), "allocated", work.firsts.of("allocated"));
                        if (work.status != WarehouseOrder.Status.ALLOCATED) {
                            add(work.name(), "released", work.firsts.of("released"));
                        }
                    });
            order.bills.stream()
                    .filter(bill -> !bill.credit && bill.status == Bill.Status.POSTED)
                    .forEach(bill -> add(bill.name(), "invoiced", bill.firsts.of("invoiced")));
            order.comebacks.stream()
                    .filter(comeback ->
                            comeback.status == Comeback.Status.RECEIVED || comeback.status == Comeback.Status.CLOSED)
                    .forEach(comeback -> add(comeback.name(), "returned", comeback.firsts.of("returned")));
        }
        view.payments(world).stream()
                .filter(payment -> payment.posted)
                .forEach(payment -> add(payment.name(), "paid", payment.firsts.of("paid")));
    }

    private void ofOrder(String word, Axes axes) {
        SortedMap<String, Long> parts = new TreeMap<>(times);
        add(
                "order",
                "captured",
                view.crm() ? view.sale().created : view.orders().getFirst().entered);
        for (SalesOrder order : view.orders()) {
            if (order.isAccepted()) {
                add("order", "accepted", order.firsts().of("accepted"));
            }
            if (order.credit == SalesOrder.Credit.APPROVED) {
                add("order", "credit-approved", order.firsts().of("credit-approved"));
            }
        }
        whole("fully-allocated", "allocated", RollUpWord.all(lines, Place.ALLOCATED), parts);
        whole("fully-shipped", "shipped", RollUpWord.all(lines, Place.SHIPPED), parts);
        whole("fully-delivered", "delivered", word.equals("DELIVERED"), parts);
        whole("fully-invoiced", "invoiced", axes.isInvoicedInFull(), parts);
        whole("paid", "paid", axes.payment().equals("PAID"), parts);
        whole("returned", "returned", axes.returns().equals("FULL"), parts);
        if (word.equals("CANCELLED")) {
            Stream<Long> headers = Stream.concat(
                    view.crm() && view.sale().cancelledInCrm
                            ? Stream.of(view.sale().firsts.of("cancelled"))
                            : Stream.empty(),
                    view.orders().stream()
                            .filter(order -> order.status == SalesOrder.Status.CANCELLED)
                            .map(order -> order.firsts().of("cancelled")));
            Stream.concat(headers, of("cancelled", parts))
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .ifPresent(at -> add("order", "cancelled", at));
        }
    }

    private void whole(String milestone, String part, boolean reached, SortedMap<String, Long> parts) {
        if (!reached) {
            return;
        }
        List<String> steps = LIFE.contains(part) ? LIFE.subList(LIFE.indexOf(part), LIFE.size()) : List.of(part);
        steps.stream()
                .flatMap(step -> of(step, parts).max(Comparator.naturalOrder()).stream())
                .findFirst()
                .ifPresent(at -> add("order", milestone, at));
    }

    private static Stream<Long> of(String milestone, SortedMap<String, Long> parts) {
        return parts.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("] " + milestone))
                .map(Map.Entry::getValue);
    }

    private static Stream<WarehouseLine> counters(ErpLine entered) {
        return entered.order.warehouseOrders.stream()
                .filter(WarehouseOrder::isStanding)
                .flatMap(work -> work.lines.stream())
                .filter(counter -> counter.erpLine == entered);
    }

    private void add(String subject, String milestone, @Nullable Long at) {
        if (at != null) {
            times.merge("[" + subject + "] " + milestone, at, Math::min);
        }
    }
}
