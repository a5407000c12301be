package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows change when a child tells something or takes everything back. */
final class Told {

    private Told() {}

    /** Facts that are newer than what the child told before about their keys, and keys it no longer holds. */
    static List<RowChange> rows(Holdings holdings, Message.Rows rows) {
        String via = rows.via().toString();
        List<RowChange> changes = new ArrayList<>();
        for (Fact fact : rows.facts()) {
            Row row = new Row(fact.key(), via, fact, null, rows.seq(), 0);
            addIfNewer(changes, holdings.get(fact.key(), via), rows.seq(), new RowChange(fact.key(), via, row));
        }
        for (FactKey key : rows.removed()) {
            Row known = holdings.get(key, via);
            if (known != null) {
                addIfNewer(changes, known, rows.seq(), new RowChange(key, via, null));
            }
        }
        return changes;
    }

    /** All that the child told up to the message by which it leaves. */
    static List<RowChange> drop(Holdings holdings, Message.Drop drop) {
        String via = drop.via().toString();
        List<RowChange> changes = new ArrayList<>();
        holdings.toldBy(via, drop.seq()).keySet().forEach(key -> changes.add(new RowChange(key, via, null)));
        return changes;
    }

    private static void addIfNewer(List<RowChange> changes, @Nullable Row known, long seq, RowChange change) {
        if (known == null || known.seq() < seq) {
            changes.add(change);
        }
    }
}
