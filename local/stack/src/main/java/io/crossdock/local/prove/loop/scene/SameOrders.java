package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.loop.Shown;
import io.crossdock.local.prove.loop.scene.CrmOrders.Copy;
import io.crossdock.local.prove.loop.scene.Published.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Each order that the ERP captured is in the CRM once, and that copy is known as this order, and never as one of its own. */
final class SameOrders {

    private static final int SHOWN = 3;

    private final Map<String, String> taken;
    private final Map<String, List<Copy>> copies;
    private final Map<String, List<Order>> orders = new HashMap<>();

    /**
     * What there is.
     *
     * @param taken purchase order by sales order
     * @param copies the CRM's orders, those of others too
     * @param published the application's orders, those of others too
     */
    SameOrders(Map<String, String> taken, Collection<Copy> copies, Collection<Order> published) {
        this.taken = taken;
        this.copies = copies.stream().collect(Collectors.groupingBy(Copy::purchaseOrder));
        published.forEach(order -> order.names()
                .forEach(name ->
                        orders.computeIfAbsent(name, none -> new ArrayList<>()).add(order)));
    }

    /** The judgement. */
    List<Check> checks() {
        return List.of(inTheCrmOnce(), knownAsTheSame(), noneOfItsOwn());
    }

    private Check inTheCrmOnce() {
        List<String> wrong = new ArrayList<>();
        int[] found = {0};
        taken.forEach((salesOrder, purchaseOrder) -> {
            List<Copy> mine = copies(purchaseOrder);
            found[0] += mine.size();
            if (mine.size() != 1 || !mine.getFirst().salesOrder().equals(salesOrder)) {
                wrong.add(salesOrder + " as " + mine.stream().map(Copy::id).toList());
            }
        });
        return new Check(
                "each order is in the CRM once",
                wrong.isEmpty() && !taken.isEmpty(),
                found[0] + " orders in the CRM for " + taken.size() + " of the ERP, " + wrong.size() + " wrong"
                        + Shown.of(wrong, SHOWN));
    }

    private Check knownAsTheSame() {
        List<String> wrong = new ArrayList<>();
        taken.forEach((salesOrder, purchaseOrder) -> {
            List<Order> known = orders("erp:sales-order:" + salesOrder);
            boolean same = known.size() == 1
                    && copies(purchaseOrder).stream()
                            .allMatch(copy -> known.getFirst().names().contains("crm:order:" + copy.id()));
            if (!same) {
                wrong.add(salesOrder + " as " + known);
            }
        });
        return new Check(
                "the CRM's record is known as the same order",
                wrong.isEmpty() && !taken.isEmpty(),
                taken.size() + " orders, " + wrong.size() + " not" + Shown.of(wrong, SHOWN));
    }

    private Check noneOfItsOwn() {
        Set<String> own = taken.values().stream()
                .flatMap(purchaseOrder -> copies(purchaseOrder).stream())
                .map(copy -> "crm:order:" + copy.id())
                .filter(name ->
                        orders(name).stream().anyMatch(order -> order.root().equals(name))
                                || orders(name).size() > 1)
                .collect(Collectors.toSet());
        return new Check(
                "no copy became an order of its own", own.isEmpty(), own.size() + " did" + Shown.of(own, SHOWN));
    }

    private List<Copy> copies(String purchaseOrder) {
        return Objects.requireNonNullElse(copies.get(purchaseOrder), List.of());
    }

    private List<Order> orders(String name) {
        return Objects.requireNonNullElse(orders.get(name), List.of());
    }
}
