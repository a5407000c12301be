package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.operate.Act;
import io.crossdock.query.OrderQueries;
import io.crossdock.query.Page;
import io.crossdock.query.Peers;
import io.crossdock.query.StoreView;
import io.crossdock.switches.SwitchStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How everything that can be switched was switched last, over all instances; unlike {@link TargetList} it reads no order. */
public final class SwitchList {

    static final String PATH = "/internal/switches";

    private static final List<String> SWITCHED = List.of("at", "by", "since");

    private final OrderQueries orders;
    private final StoreView stores;
    private final Peers peers;
    private final Map<String, String> modes;

    /** {@code modes} by target, until somebody switches it: {@code live} or {@code observe}. */
    public SwitchList(OrderQueries orders, StoreView stores, Peers peers, Map<String, String> modes) {
        this.orders = orders;
        this.stores = stores;
        this.peers = peers;
        this.modes = new TreeMap<>(modes);
    }

    boolean isTarget(String name) {
        return modes.containsKey(name);
    }

    /** For the other instances: how each was switched in each partition of this one. */
    Page page() {
        return new Page(here(), null);
    }

    /** How a target was switched. */
    ObjectNode target(String name) {
        return sum(name, modes.getOrDefault(name, Act.OBSERVE), parts());
    }

    /** How far every task is with publishing after a rebuild: {@code mode} live once it has begun, {@code looking} until it is done. */
    public ObjectNode rebuild() {
        return sum(SwitchStore.REBUILD, Act.OBSERVE, parts());
    }

    private List<ObjectNode> parts() {
        List<ObjectNode> parts = new ArrayList<>(here());
        parts.addAll(peers.items(stores.elsewhere(SwitchStore.NAME), PATH));
        return parts;
    }

    private List<ObjectNode> here() {
        Set<String> names = new TreeSet<>(modes.keySet());
        names.add(SwitchStore.REBUILD);
        return orders.switches(names);
    }

    /** What the parts say of one target: of those that say nothing it is as it was {@code before}. */
    static ObjectNode sum(String target, String before, List<ObjectNode> all) {
        List<ObjectNode> parts = of(target, all);
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("target", target).put("mode", mode(before, parts));
        for (String field : SWITCHED) {
            TreeSet<String> said = new TreeSet<>();
            parts.forEach(part -> said.add(part.path(field).asText("")));
            if (said.size() == 1 && !said.first().isEmpty()) {
                item.put(field, said.first());
            }
        }
        return item.put(
                "looking", parts.stream().anyMatch(part -> part.path("looking").asBoolean()));
    }

    static List<ObjectNode> of(String target, List<ObjectNode> all) {
        return all.stream()
                .filter(part -> part.path("target").asText().equals(target))
                .toList();
    }

    /** The tasks are switched one after the other, within moments. */
    private static String mode(String before, List<ObjectNode> parts) {
        TreeSet<String> modes = new TreeSet<>();
        parts.forEach(part -> modes.add(part.path("mode").asText(before)));
        return modes.isEmpty() ? before : modes.size() == 1 ? modes.first() : "switching";
    }
}
