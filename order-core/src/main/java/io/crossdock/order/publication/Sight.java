package io.crossdock.order.publication;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox sees after a step, as far as it matters for what is published.
 *
 * @param topmost true if it has no parent
 * @param order the order it holds; null if it holds none, or is not topmost
 * @param formers orders that were published and whose root's facts are here
 * @param gone roots of which that is no longer so, since this step
 * @param seen highest version that anybody has seen of any of these orders; null if nobody has seen any
 * @param elsewhere highest version that a target holds or was told from another mailbox: a status must be above; null if none
 * @param holds answers whether facts at home at an identifier are here
 */
public record Sight(
        boolean topmost,
        @Nullable Order order,
        List<Former> formers,
        Set<Identifier> gone,
        @Nullable OrderVersion seen,
        @Nullable OrderVersion elsewhere,
        Predicate<Identifier> holds) {

    public Sight {
        formers = List.copyOf(formers);
        gone = Set.copyOf(gone);
    }

    /**
     * An order as it is projected.
     *
     * @param root the record that captured it
     * @param orderId its public name
     * @param contentHash hash of its status
     */
    public record Order(Identifier root, String orderId, String contentHash) {}

    /**
     * An order that was published, as its root states it.
     *
     * @param root its root
     * @param says what the root states
     * @param news true if that changed in this step
     */
    public record Former(Identifier root, Statement.FormerOrder says, boolean news) {}
}
