package io.crossdock.flow;

import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.MilestoneStamp;
import io.crossdock.contract.OrderStatus;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.severity.Stake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What became of an order in one step, from {@code track} to {@code publish}. */
public sealed interface Tracked {

    /** The topmost mailbox the order is tracked at. */
    Identifier self();

    /**
     * The order as it stands.
     *
     * @param status its last status, changed in this step or not
     * @param milestones every milestone in force, with the stamps behind it
     * @param reached milestones the status shows and the one before did not
     * @param withdrawn subject and milestone, joined with {@code |}, that the one before showed and this does not
     * @param receipts receipts by sender and target that changed in this step, by the sender
     * @param feedback what all receipts and the targets' own rows say of what the targets were told
     * @param place the mailbox it is tracked at
     * @param journal takes what the order's history should tell of the targets
     * @param revived true if the order was archived until this step
     * @param unheard connections that hold a record of this order which has not been heard yet: not told until it is
     * @param stake what is at stake with it
     */
    record Order(
            Identifier self,
            OrderStatus status,
            List<io.crossdock.order.status.MilestoneStamp> milestones,
            List<MilestoneStamp> reached,
            Set<String> withdrawn,
            Map<Identifier, List<Statement.Receipt>> receipts,
            Feedback feedback,
            Place place,
            Consumer<HistoryEntry> journal,
            boolean revived,
            Set<String> unheard,
            Supplier<Stake> stake)
            implements Tracked {

        /**
         * Milestones of the order and its documents that came about while we listened, not by a snapshot or a replay: subject and
         * milestone, joined with {@code |}.
         */
        public List<String> live() {
            return milestones.stream()
                    .filter(stamp -> stamp.reached().live() && !stamp.subject().startsWith("line:"))
                    .map(stamp -> stamp.subject() + "|" + stamp.milestone().text())
                    .toList();
        }
    }

    /**
     * The mailbox is no longer topmost, or holds no order any more: what it knew has gone with the hand-over.
     *
     * @param revived true if the order was archived until this step
     */
    record Left(Identifier self, boolean revived) implements Tracked {}

    /** The order is archived now. */
    record Archived(Identifier self, Instant at) implements Tracked {}

    /** The archived order is forgotten now. */
    record Forgotten(Identifier self) implements Tracked {}
}
