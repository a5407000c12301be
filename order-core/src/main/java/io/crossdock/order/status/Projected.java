package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order's facts come to.
 *
 * @param root the record that captured the order; null for an orphan or an order not yet captured: not published
 * @param orderId public name of the root; null exactly if {@code root} is
 * @param awaiting true if the topmost identifier names an order whose own record has not been heard
 * @param members identifiers that name this order, sorted
 * @param status the body
 * @param contentHash SHA-256 of the body, hex
 * @param milestones stamps behind {@code status.milestones}, in the same order
 * @param exceptions what a person should know, sorted
 * @param contradictions figures that differ from their owner's, sorted; a conflict once they last, never part of the body
 * @param done true if nothing more is expected to happen to the order
 */
public record Projected(
        @Nullable Identifier root,
        @Nullable String orderId,
        boolean awaiting,
        List<Identifier> members,
        OrderStatus status,
        String contentHash,
        List<MilestoneStamp> milestones,
        List<OrderException> exceptions,
        List<Contradiction> contradictions,
        boolean done) {

    public Projected {
        members = List.copyOf(members);
        milestones = List.copyOf(milestones);
        exceptions = List.copyOf(exceptions);
        contradictions = List.copyOf(contradictions);
    }
}
