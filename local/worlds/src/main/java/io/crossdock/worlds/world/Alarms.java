package io.crossdock.worlds.world;

import java.util.SortedSet;
import java.util.TreeSet;

/** What a person should be told that is about no order: documents without one, numbers that name too much, feeds gone wrong. */
final class Alarms {

    private final World world;

    Alarms(World world) {
        this.world = world;
    }

    /** About single records and numbers, as they are in the end. */
    SortedSet<String> ofRecords() {
        SortedSet<String> alarms = new TreeSet<>();
        world.returnDesk.orphans().forEach(id -> alarms.add("ORPHAN returns:return:" + id));
        if (world.returnDesk.isOverloaded()) {
            alarms.add("OVERLOADED erp:sales-order:" + world.returnDesk.collectiveNumber());
        }
        world.salesOrders().flatMap(order -> order.payments.stream()).forEach(payment -> {
            Belonging belonging = Belonging.of(world, payment);
            if (belonging.to() == null) {
                alarms.add((belonging.isAmbiguous() ? "AMBIGUOUS " : "ORPHAN ") + payment.name());
            }
        });
        PurchaseOrder.all(world).stream()
                .filter(number -> number.namesNothing(world))
                .forEach(number -> alarms.add("AMBIGUOUS " + number.name()));
        return alarms;
    }

    /** About whole feeds, to whoever hears them as they were written. */
    SortedSet<String> ofFeeds() {
        SortedSet<String> alarms = new TreeSet<>();
        for (SourceSystem system : world.systems()) {
            if (system.health().wasGone()) {
                alarms.add(
                        "SOURCE_REGRESSED " + system.name() + (system.health().isGone() ? "" : ", resolved"));
            }
        }
        if (world.hasHeldDeletions) {
            alarms.add("MASS_DELETE erp|holds");
        }
        return alarms;
    }
}
