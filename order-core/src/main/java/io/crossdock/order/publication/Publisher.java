package io.crossdock.order.publication;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox publishes while it is topmost. It writes the record of its own order itself; of an order that another mailbox is
 * the root of it sends its word there. Orders whose root's facts are here, and that are a part of another one now, are ended (R151).
 *
 * @param self the mailbox
 * @param shown the order it publishes; null if it publishes none
 * @param version the last version it gave, or that was entered in its register
 * @param register what it knows of the record of the order that it is the root of
 */
public record Publisher(Identifier self, @Nullable Shown shown, OrderVersion version, Register register) {

    private static final OrderVersion NONE = new OrderVersion(0, 0);

    /** A mailbox that never published anything. */
    public static Publisher of(Identifier self) {
        return new Publisher(self, null, NONE, Register.EMPTY);
    }

    /** The order a mailbox publishes, and the version it last gave it. */
    public record Shown(Sight.Order order, OrderVersion version) {}

    /**
     * What a step comes to.
     *
     * @param publisher the mailbox afterwards
     * @param version version under which the status must be published; null if what is published stands
     * @param notices what must be said of orders, by root. One for the mailbox itself is to be written, not sent
     */
    public record Step(Publisher publisher, @Nullable OrderVersion version, SortedMap<Identifier, Notice> notices) {}

    /** Looks at what stands after a step; {@code epoch} is that of the versions this application gives. */
    public Step look(Sight sight, long epoch) {
        return sight.topmost() ? speak(sight, above(sight, epoch)) : fallSilent();
    }

    /** The mailbox after a notice to it as the root of an order. */
    public Publisher with(Register entered) {
        OrderVersion written = entered.version();
        return new Publisher(self, shown, written == null ? version : later(version, written), entered);
    }

    private Step fallSilent() {
        SortedMap<Identifier, Notice> notices = new TreeMap<>();
        if (shown != null && !shown.order().root().equals(self)) {
            notices.put(shown.order().root(), new Notice.Left(self));
        }
        return new Step(new Publisher(self, null, version, register), null, notices);
    }

    private Step speak(Sight sight, OrderVersion next) {
        SortedMap<Identifier, Notice> notices = new TreeMap<>();
        sight.gone().forEach(root -> notices.put(root, new Notice.Left(self)));
        String orderId = orderId(sight);
        boolean another = shown == null || !shown.order().orderId().equals(orderId);
        if (shown != null && another) {
            Identifier root = shown.order().root();
            boolean here = root.equals(self) || sight.holds().test(root);
            notices.put(root, here ? new Notice.Ended(self, next, orderId) : new Notice.Left(self));
        }
        endFormers(sight, another, next, notices);
        if (register.shown() && !isOwn(sight.order())) {
            // Its record was written for a mailbox that had its facts; they are back, and are no order of their own.
            notices.put(self, new Notice.Ended(self, next, orderId));
        }
        Sight.Order order = sight.order();
        boolean stands = order == null || stands(sight, order);
        Register own = register;
        if (notices.containsKey(self)) {
            own = new Register(next, self, false);
        } else if (!stands && isOwn(order)) {
            own = new Register(next, self, true);
        }
        Shown now = order == null ? null : stands ? shown : new Shown(order, next);
        boolean ends = notices.values().stream().anyMatch(Notice.Ended.class::isInstance);
        OrderVersion last = stands && !ends ? version : next;
        return new Step(new Publisher(self, now, last, own), stands ? null : next, notices);
    }

    private void endFormers(Sight sight, boolean another, OrderVersion next, SortedMap<Identifier, Notice> notices) {
        String survivor = orderId(sight);
        for (Sight.Former former : sight.formers()) {
            boolean other = !former.says().orderId().equals(survivor);
            boolean said = self.equals(former.says().by()) && !former.says().shown();
            // Without an order here there is nowhere to go: only a record that still shows one must end.
            boolean due = survivor != null || former.says().shown();
            if (other && due && ((another && survivor != null) || (former.news() && !said))) {
                notices.put(former.root(), new Notice.Ended(self, next, survivor));
            }
        }
    }

    /** True if what is published is this content, under a version that nothing known of is above or beside. */
    private boolean stands(Sight sight, Sight.Order order) {
        if (shown == null || !shown.order().equals(order)) {
            return false;
        }
        OrderVersion given = shown.version();
        OrderVersion elsewhere = sight.elsewhere();
        return (elsewhere == null || elsewhere.compareTo(given) < 0)
                && sight.formers().stream().allMatch(former -> isBelow(former, order, given));
    }

    private boolean isBelow(Sight.Former former, Sight.Order order, OrderVersion given) {
        int compared = former.says().version().compareTo(given);
        boolean byUs = self.equals(former.says().by());
        return former.says().orderId().equals(order.orderId())
                ? compared < 0 || (compared == 0 && byUs && former.says().shown())
                : compared < 0 || byUs;
    }

    private boolean isOwn(Sight.@Nullable Order order) {
        return order != null && order.root().equals(self);
    }

    private OrderVersion above(Sight sight, long epoch) {
        OrderVersion highest = later(new OrderVersion(epoch, 0), version);
        OrderVersion seen = sight.seen();
        return (seen == null ? highest : later(highest, seen)).next();
    }

    private static @Nullable String orderId(Sight sight) {
        Sight.Order order = sight.order();
        return order == null ? null : order.orderId();
    }

    private static OrderVersion later(OrderVersion one, OrderVersion other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
