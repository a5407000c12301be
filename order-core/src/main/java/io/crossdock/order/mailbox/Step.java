package io.crossdock.order.mailbox;

import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What one message did. Writes and messages belong to one transaction with the message that caused them.
 *
 * @param outcome what became of the message
 * @param tie true if another statement of equal version but other content exists for the key; content decided
 * @param rowChanges writes to the store of rows, in order
 * @param headToWrite head to write; null if the rows carry all that changed
 * @param outgoing messages to other mailboxes, in order
 * @param changed keys whose effective fact changed by content, appeared or vanished
 * @param parents parents after the step
 * @param becameTopmost true if the mailbox holds facts and no parent now, and did not before the step
 * @param ceasedToBeTopmost true if the mailbox held facts and no parent before the step, and does not now: it gained a
 *     parent, or lost its last fact
 */
public record Step(
        Outcome outcome,
        boolean tie,
        List<RowChange> rowChanges,
        @Nullable Head headToWrite,
        List<Outgoing> outgoing,
        SortedSet<FactKey> changed,
        SortedSet<Identifier> parents,
        boolean becameTopmost,
        boolean ceasedToBeTopmost) {}
