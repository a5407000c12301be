package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.prove.broker.AvroTopic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;

/** The orders on {@code orders.status} that changed since this was opened, as far as it takes to say which is which. */
final class Published implements AutoCloseable {

    private static final Set<String> NAMES = Set.of("crm:order", "erp:sales-order");

    private final AvroTopic topic = new AvroTopic("orders.status");
    private final Map<String, Order> orders = new HashMap<>();

    /**
     * An order that stands.
     *
     * @param orderId its id
     * @param root the record that captured it
     * @param names what CRM and ERP call it
     */
    record Order(String orderId, String root, Set<String> names) {}

    /** All of them as they are now. */
    Collection<Order> read() {
        topic.forEachNext(each -> {
            String orderId = each.get("orderId").toString();
            if (each.get("mergedInto") != null) {
                orders.remove(orderId);
            } else {
                orders.put(orderId, new Order(orderId, each.get("root").toString(), names(each)));
            }
        });
        return List.copyOf(orders.values());
    }

    /** The order of that sales order of the ERP; empty if none is known. */
    Optional<Order> ofSalesOrder(String salesOrder) {
        String name = "erp:sales-order:" + salesOrder;
        return orders.values().stream()
                .filter(order -> order.names().contains(name))
                .findFirst();
    }

    private static Set<String> names(GenericRecord status) {
        Set<String> names = new TreeSet<>();
        for (Object each : new ArrayList<>((Collection<?>) status.get("identifiers"))) {
            String identifier = each.toString();
            if (NAMES.stream().anyMatch(name -> identifier.startsWith(name + ":"))) {
                names.add(identifier);
            }
        }
        return names;
    }

    @Override
    public void close() {
        topic.close();
    }
}
