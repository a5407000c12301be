package io.crossdock.worlds.world;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names what a world is an example of, for the coverage. */
final class Situation {

    private Situation() {}

    static Set<String> of(World world) {
        Set<String> found = new TreeSet<>();
        Stream.concat(world.alarms().stream(), world.feedAlarms().stream()).forEach(alarm -> {
            found.add("exception " + alarm.split(" ", 2)[0]);
            if (alarm.endsWith(", resolved")) {
                found.add("exception " + alarm.split(" ", 2)[0] + ", resolved");
            }
        });
        Stream.concat(
                        world.salesOrders().map(order -> Belonging.of(world, order)),
                        world.salesOrders()
                                .flatMap(order -> order.payments.stream())
                                .map(payment -> Belonging.of(world, payment)))
                .forEach(belonging -> note(found, belonging));
        if (PurchaseOrder.all(world).stream().anyMatch(number -> number.isAmbiguous(world))) {
            found.add("link rule matched, not unique");
        }
        return found;
    }

    private static void note(Set<String> found, Belonging belonging) {
        LinkRule rule = belonging.rule();
        if (rule != null) {
            found.add("link rule " + rule.text);
            belonging.beaten().forEach(beaten -> found.add("link rule " + rule.text + " beats " + beaten.text));
        }
    }
}
