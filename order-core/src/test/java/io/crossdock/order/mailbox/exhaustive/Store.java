package io.crossdock.order.mailbox.exhaustive;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.mailbox.Head;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Row;
import io.crossdock.order.mailbox.RowChange;
import io.crossdock.order.mailbox.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a mailbox keeps: its rows, by key and sender, and its head. A value: two mailboxes with equal stores behave
 * alike, which every step proves again (see {@link Carrier}).
 */
public record Store(Map<List<String>, Row> rows, Head head) {

    public static final Store EMPTY = new Store(Map.of(), Head.NONE);

    public Store {
        rows = Map.copyOf(rows);
    }

    public Mailbox open(Identifier self, IdentifierTypes types) {
        return Mailbox.restore(self, types, head, rows.values());
    }

    /** What is kept after a step of the mailbox. */
    Store after(Step step) {
        Map<List<String>, Row> after = new HashMap<>(rows);
        for (RowChange change : step.rowChanges()) {
            List<String> place = List.of(change.key().toString(), change.via());
            Row row = change.row();
            if (row == null) {
                after.remove(place);
            } else {
                after.put(place, row);
            }
        }
        return new Store(after, step.headToWrite() == null ? head : step.headToWrite());
    }

    /** The mailbox's own counter as it will be after a restart. */
    long counter() {
        return rows.values().stream().mapToLong(Row::headSeq).reduce(head.seq(), Math::max);
    }
}
