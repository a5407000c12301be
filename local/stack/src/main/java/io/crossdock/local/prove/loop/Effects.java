package io.crossdock.local.prove.loop;

import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.tables.Happened;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each system had to be told once, worked out from the tables of ERP and warehouses, beside what its receiver holds. */
final class Effects {

    private final Happened happened;
    private final Map<String, SalesBook.Entry> orders;

    /** What has happened, and the sales orders it happened to. */
    Effects(Happened happened, Map<String, SalesBook.Entry> orders) {
        this.happened = happened;
        this.orders = orders;
    }

    /** One check per kind of effect, and one for what the ERP knows to have left. */
    List<Check> check(CrmRecords crm, Inbound inbound) {
        Set<String> left = invoiceRequests();
        Set<String> unknown = new TreeSet<>(left);
        unknown.removeAll(inbound.confirmed());
        return List.of(
                OnceEach.check("warehouse orders", inbound.warehouseOrders(), warehouseOrders()),
                OnceEach.check("cancellations", inbound.cancels(), Set.of()),
                OnceEach.check("views of what has left", inbound.confirmations(), Set.of()),
                OnceEach.check("invoice requests", inbound.invoiceRequests(), left),
                OnceEach.check("letters to customers", crm.letters(), letters()),
                OnceEach.check("cases", underCustomersLines(crm.cases()), cases()),
                new Check(
                        "the ERP knows of all that has left",
                        unknown.isEmpty() && !left.isEmpty(),
                        left.size() + " shipments of orders, " + unknown.size() + " unknown" + Shown.of(unknown, 3)));
    }

    /** Everything that has left is invoiced, order by order and shipment by shipment. */
    Set<String> invoiceRequests() {
        return happened.left().stream()
                .map(each -> each.salesOrder() + " " + each.shipment())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each warehouse takes over its part of every order that is not cancelled; a cancelled one may have been too quick. */
    Set<String> warehouseOrders() {
        return of(order -> order.getValue().cancelled()
                ? Stream.empty()
                : order.getValue().warehouses().stream().map(house -> house + " " + order.getKey()));
    }

    /** Customers hear that an order is accepted, or cancelled, and of each shipment it is on. */
    Set<String> letters() {
        Set<String> letters =
                of(order -> Stream.of((order.getValue().cancelled() ? "order-cancelled " : "order-accepted ")
                        + order.getValue().purchaseOrder()));
        happened.left().stream()
                .filter(each -> orders.containsKey(each.salesOrder()))
                .forEach(each -> letters.add("shipped " + purchaseOrder(each.salesOrder()) + " " + each.shipment()));
        return letters;
    }

    /** Somebody looks after each line that a warehouse cannot ship as it was told. */
    Set<String> cases() {
        return happened.lacking().stream()
                .filter(each -> orders.containsKey(each.salesOrder()))
                .map(each -> about(each, each.customerLine()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A case tells the line's number as it was known when it was made: an order that was phoned in has the ERP's until sales has
     * captured it too.
     */
    List<String> underCustomersLines(List<String> cases) {
        Map<String, String> names = new HashMap<>();
        happened.lacking().stream()
                .filter(each -> orders.containsKey(each.salesOrder()))
                .forEach(each -> names.put(about(each, each.line()), about(each, each.customerLine())));
        names.keySet().removeAll(cases());
        return cases.stream().map(name -> names.getOrDefault(name, name)).toList();
    }

    private String about(Happened.Lacking lacking, int line) {
        return CrmRecords.aboutCase(
                lacking.givenUp() ? "Closed short" : "On backorder",
                purchaseOrder(lacking.salesOrder()),
                String.valueOf(line));
    }

    private Set<String> of(Function<Map.Entry<String, SalesBook.Entry>, Stream<String>> due) {
        return orders.entrySet().stream().flatMap(due).collect(Collectors.toCollection(TreeSet::new));
    }

    private String purchaseOrder(String salesOrder) {
        return Objects.requireNonNull(orders.get(salesOrder), salesOrder).purchaseOrder();
    }
}
