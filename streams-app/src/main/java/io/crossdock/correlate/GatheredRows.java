package io.crossdock.correlate;

import io.crossdock.contract.Gathered;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What mailboxes were told, as the next life of a task finds it. A row holds so many facts at most, so that a fact does not write all anew
 * that came before it: the first row of a mailbox is named by the mailbox, the others {@code :1:mailbox} and so on, as no connection
 * has an empty name.
 */
final class GatheredRows {

    private static final int FACTS_A_ROW = 32;

    private static final char NUMBERED = ':';

    private final KeyValueStore<String, Gathered> store;
    private final Map<Identifier, Rows> written = new HashMap<>();

    /** The rows of one mailbox: so many before the last, and what is in that. */
    private static final class Rows {
        private int before;
        private List<String> last = new ArrayList<>();
    }

    GatheredRows(KeyValueStore<String, Gathered> store) {
        this.store = store;
    }

    /** Writes what a mailbox was told besides what is written of it; {@code more} is empty if it only speaks for its order now. */
    void add(Identifier self, Collection<FactKey> more) {
        Rows rows = written.computeIfAbsent(self, none -> new Rows());
        for (FactKey key : more) {
            if (rows.last.size() >= FACTS_A_ROW) {
                write(self, rows);
                rows.before++;
                rows.last = new ArrayList<>();
            }
            rows.last.add(key.toString());
        }
        write(self, rows);
    }

    private void write(Identifier self, Rows rows) {
        store.put(name(self, rows.before), new Gathered(rows.last));
    }

    /** Deletes all that is written of a mailbox. */
    void remove(Identifier self) {
        Rows rows = written.remove(self);
        if (rows != null) {
            for (int row = 0; row <= rows.before; row++) {
                store.delete(name(self, row));
            }
        }
    }

    /** What the task's last life has left, by mailbox. */
    Map<Identifier, SortedSet<FactKey>> left() {
        Map<Identifier, SortedSet<FactKey>> left = new LinkedHashMap<>();
        try (KeyValueIterator<String, Gathered> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, Gathered> row = all.next();
                int colon = row.key.charAt(0) == NUMBERED ? row.key.indexOf(NUMBERED, 1) : -1;
                int number = colon < 0 ? 0 : Integer.parseInt(row.key, 1, colon, 10);
                Identifier self = Identifier.parse(row.key.substring(colon + 1));
                found(written.computeIfAbsent(self, none -> new Rows()), number, row.value.getChanged());
                SortedSet<FactKey> changed = left.computeIfAbsent(self, none -> new TreeSet<>());
                row.value.getChanged().forEach(key -> changed.add(FactKey.parse(key)));
            }
        }
        return left;
    }

    /** The next fact goes on in the last row. */
    private static void found(Rows rows, int number, List<String> changed) {
        if (number >= rows.before) {
            rows.before = number;
            rows.last = new ArrayList<>(changed);
        }
    }

    private static String name(Identifier self, int row) {
        return row == 0 ? self.toString() : NUMBERED + String.valueOf(row) + NUMBERED + self;
    }
}
