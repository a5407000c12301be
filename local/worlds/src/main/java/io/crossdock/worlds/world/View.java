package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records that are one order to whoever can only see the links between them.
 *
 * @param sale what the customer wants
 * @param crm true if the customer's order in the CRM is among them
 * @param orders the sales orders among them
 */
record View(Sale sale, boolean crm, List<SalesOrder> orders) {

    /** One order where the references lead to each other, several where they do not. */
    static List<View> of(World world, Sale sale) {
        List<View> views = new ArrayList<>();
        List<SalesOrder> linked = sale.salesOrders.stream()
                .filter(order -> sale.crmId != null
                        && sale.crmId.equals(Belonging.of(world, order).to()))
                .toList();
        if (sale.crmId != null) {
            views.add(new View(sale, true, linked));
        }
        sale.salesOrders.stream()
                .filter(order -> !linked.contains(order))
                .forEach(order -> views.add(new View(sale, false, List.of(order))));
        return views;
    }

    /** The record that captured the order. */
    String root() {
        return crm ? "crm:order:" + sale.crmId : orders.getFirst().name();
    }

    /** The customer's own number for it, as the record that captured it says; null if it says none. */
    @Nullable
    String customerPo() {
        return PurchaseOrder.typed(crm ? sale.purchaseOrder : orders.getFirst().customerPo);
    }

    List<LineCount> lines(World world) {
        List<Shipment> shipments = shipments(world);
        Comparator<LineCount> numbersFirst = Comparator.comparing((LineCount line) -> line.name.contains(":"))
                .thenComparingInt(line -> line.name.length())
                .thenComparing(line -> line.name);
        List<LineCount> counts = sale.lines.stream()
                .filter(this::isIn)
                .map(line -> new LineCount(name(line), line, entered(line), says(line), shipments))
                .sorted(numbersFirst)
                .toList();
        counts.forEach(count -> count.coverWith(counts.stream()
                .filter(other -> other.line.insteadOf == count.line)
                .toList()));
        List<LineCount> kits = counts.stream()
                .filter(count -> count.line.kind == SaleLine.Kind.KIT)
                .toList();
        counts.stream().filter(count -> !kits.contains(count)).forEach(LineCount::place);
        kits.forEach(kit -> kit.makeOf(
                counts.stream().filter(part -> part.line.kit == kit.line).toList()));
        kits.forEach(LineCount::place);
        return counts;
    }

    /** Every shipment that names one of the sales orders, be it by mistake. */
    List<Shipment> shipments(World world) {
        return world.shipments()
                .filter(shipment -> shipment.named().anyMatch(orders::contains))
                .sorted(Comparator.comparing(Shipment::name))
                .toList();
    }

    List<String> identifiers(World world) {
        List<String> names = new ArrayList<>();
        if (crm) {
            names.add(root());
            sale.cancelRequests.forEach(request -> names.add(request.name()));
        }
        if (sale.copyId != null) {
            names.add("crm:order:" + sale.copyId);
        }
        for (SalesOrder order : orders) {
            names.add(order.name());
            if (order.newNo != null) {
                names.add("books:sales-order:" + order.newNo);
            }
            order.warehouseOrders.stream()
                    .filter(warehouseOrder -> !warehouseOrder.deleted)
                    .forEach(warehouseOrder -> names.add(warehouseOrder.name()));
            order.bills.forEach(bill -> names.add(bill.name()));
            order.comebacks.forEach(comeback -> names.add(comeback.name()));
            order.holds.stream().filter(Cashier.Hold::isThere).forEach(hold -> names.add(hold.name()));
        }
        payments(world).forEach(payment -> names.add(payment.name()));
        corrections(world).forEach(correction -> names.add(correction.name()));
        PurchaseOrder.all(world).stream()
                .filter(number -> isNamedBy(world, number))
                .forEach(number -> names.add(number.name()));
        for (Shipment shipment : shipments(world)) {
            names.add(shipment.name());
            shipment.cartons.stream()
                    .filter(carton -> carton.tracking != null)
                    .forEach(carton -> names.add("ups:tracking:" + carton.tracking));
        }
        List<String> once = new ArrayList<>(new TreeSet<>(names));
        names.clear();
        names.addAll(once);
        // By connection, then type, then value: not by the text as a whole.
        names.sort(Comparator.comparing((String name) -> name.split(":", 3)[0])
                .thenComparing(name -> name.split(":", 3)[1])
                .thenComparing(name -> name.split(":", 3)[2]));
        return names;
    }

    /** The payments that belong to one of its sales orders, be it by mistake. */
    List<Cashier.Payment> payments(World world) {
        return world.salesOrders()
                .flatMap(order -> order.payments.stream())
                .filter(payment -> orders.stream()
                        .anyMatch(order ->
                                order.no.equals(Belonging.of(world, payment).to())))
                .toList();
    }

    /** What people wrote down about what belongs to it. */
    private Stream<Desk.Correction> corrections(World world) {
        return world.desk
                .standing()
                .filter(correction -> (crm && correction.to().equals(sale.crmId))
                        || orders.stream().anyMatch(order -> correction.to().equals(order.no)));
    }

    /** True if a sales order could be several orders of the CRM, or a customer's number several of its records. */
    boolean isAmbiguous(World world) {
        return orders.stream().anyMatch(order -> Belonging.of(world, order).isAmbiguous())
                || PurchaseOrder.all(world).stream()
                        .anyMatch(number -> isNamedBy(world, number) && number.isAmbiguous(world));
    }

    /** True if the number is taken for one of its records. */
    private boolean isNamedBy(World world, PurchaseOrder number) {
        return (holdsInCrm(number) && number.inCrm(world).size() == 1)
                || (!holding(number).isEmpty() && number.inLedger(world).size() == 1);
    }

    private boolean holdsInCrm(PurchaseOrder number) {
        return crm && number.equals(PurchaseOrder.inCrm(sale));
    }

    private List<SalesOrder> holding(PurchaseOrder number) {
        return orders.stream()
                .filter(order -> number.equals(PurchaseOrder.on(order)))
                .toList();
    }

    /** Figures of somebody who does not decide that differ from those of whoever does. */
    List<String> contradictions(List<LineCount> lines) {
        List<String> found = new ArrayList<>();
        for (LineCount count : lines) {
            List<ErpLine> entered = entered(count.line);
            boolean ledgerDecides = entered.stream().anyMatch(line -> line.order.isAccepted());
            Integer wanted = count.line.wanted;
            boolean captured = crm && count.line.number != null;
            if (ledgerDecides
                    && captured
                    && wanted != null
                    && count.ordered != null
                    && wanted * count.line.pieces != count.ordered) {
                found.add("line:" + count.name + " ordered");
            }
            List<Integer> noted = entered.stream()
                    .filter(line -> line.notedAllocated != null)
                    .map(line -> Objects.requireNonNull(line.notedAllocated))
                    .toList();
            int sum = noted.stream().mapToInt(Integer::intValue).sum();
            int allocated = count.ownCount(Place.ALLOCATED);
            if (!noted.isEmpty() && count.isCounted && sum != allocated && sum != allocated + count.ownLost()) {
                found.add("line:" + count.name + " allocated");
            }
        }
        return found;
    }

    boolean isAccepted() {
        return orders.stream().anyMatch(SalesOrder::isAccepted);
    }

    private boolean isIn(SaleLine line) {
        return (crm && line.number != null) || !entered(line).isEmpty();
    }

    /** The rows of its sales orders that are a line. */
    List<ErpLine> entered(SaleLine line) {
        return line.inErp.stream()
                .filter(entered -> orders.contains(entered.order))
                .toList();
    }

    private String name(SaleLine line) {
        if (crm && line.number != null) {
            return line.number;
        }
        ErpLine entered = entered(line).getFirst();
        return crm ? entered.order.name() + "/" + entered.number : entered.number;
    }

    /** The ledger's word counts once it has accepted the order, until then the word of whoever captured it. */
    private LineCount.Says says(SaleLine line) {
        List<ErpLine> entered = entered(line);
        boolean accepted = entered.stream().anyMatch(erpLine -> erpLine.order.isAccepted());
        boolean captured = crm && line.number != null;
        int asked = captured ? Math.max(line.unwanted, asked(line)) : 0;
        if (!entered.isEmpty() && (accepted || !captured)) {
            Integer ordered = sum(entered.stream().map(erpLine -> erpLine.ordered));
            int confirmed = entered.stream()
                    .mapToInt(erpLine -> erpLine.order.status == SalesOrder.Status.CANCELLED
                            ? Objects.requireNonNullElse(erpLine.ordered, 0)
                            : erpLine.cancelled)
                    .sum();
            boolean all = ordered != null && wantsNothing();
            return new LineCount.Says(ordered, confirmed, all ? Objects.requireNonNull(ordered) : asked);
        }
        int confirmed = sale.cancelledInCrm && line.wanted != null ? line.wanted : 0;
        boolean all = line.wanted != null && wantsNothing();
        return new LineCount.Says(line.wanted, confirmed, all ? Objects.requireNonNull(line.wanted) : asked);
    }

    /** True if the customer wants the whole order no more. */
    private boolean wantsNothing() {
        return crm
                && (sale.cancelledInCrm
                        || sale.cancelRequests.stream()
                                .anyMatch(request -> !request.withdrawn && request.line == null));
    }

    private int asked(SaleLine line) {
        return sale.cancelRequests.stream()
                .filter(request -> !request.withdrawn && request.line == line)
                .mapToInt(request -> request.units)
                .sum();
    }

    private static @Nullable Integer sum(Stream<@Nullable Integer> figures) {
        int sum = 0;
        for (Integer figure : figures.toList()) {
            if (figure == null) {
                return null;
            }
            sum += figure;
        }
        return sum;
    }
}
