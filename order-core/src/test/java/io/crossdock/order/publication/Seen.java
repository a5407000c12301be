package io.crossdock.order.publication;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.status.OrderId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a mailbox sees, told step by step. */
final class Seen {

    private final boolean topmost;
    private final Sight.@Nullable Order order;
    private final List<Sight.Former> formers = new ArrayList<>();
    private final Set<Identifier> gone = new HashSet<>();
    private final Set<Identifier> here = new HashSet<>();
    private @Nullable OrderVersion seen;
    private @Nullable OrderVersion elsewhere;

    private Seen(boolean topmost, Sight.@Nullable Order order) {
        this.topmost = topmost;
        this.order = order;
    }

    /** A topmost mailbox that holds the order captured at this root. */
    static Seen order(Identifier root, String content) {
        return new Seen(true, new Sight.Order(root, OrderId.of(root), content));
    }

    /** A topmost mailbox that holds no order. */
    static Seen noOrder() {
        return new Seen(true, null);
    }

    /** A mailbox with a parent. */
    static Seen fromBelow() {
        return new Seen(false, null);
    }

    /** The facts of a root are here. */
    Seen withFactsOf(Identifier root) {
        here.add(root);
        return this;
    }

    /** They have gone in this step. */
    Seen withoutFactsOf(Identifier root) {
        gone.add(root);
        return this;
    }

    Seen knownElsewhere(long seq) {
        elsewhere = version(seq);
        return this;
    }

    Seen seenAt(long seq) {
        seen = version(seq);
        return this;
    }

    /** What a root says of its order. */
    Seen former(Identifier root, long seq, @Nullable Identifier by, boolean shown, boolean news) {
        Statement.FormerOrder says = new Statement.FormerOrder(OrderId.of(root), version(seq), "", by, shown);
        formers.add(new Sight.Former(root, says, news));
        return this;
    }

    Sight sight() {
        return new Sight(topmost, order, formers, gone, seen, elsewhere, here::contains);
    }

    static OrderVersion version(long seq) {
        return new OrderVersion(1, seq);
    }
}
