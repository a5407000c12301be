package io.crossdock.connect.loop;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Head;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Row;
import io.crossdock.order.mailbox.RowChange;
import io.crossdock.order.mailbox.Step;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.Waiting;
import io.crossdock.order.publication.Publisher;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that the application keeps about one mailbox: its rows and head, what it publishes, what each target is told, when to look
 * again. A value; every step begins with it, as after a crash.
 */
record Cell(
        Identifier self,
        Map<List<String>, Row> rows,
        Head head,
        Publisher publisher,
        Map<String, Entry> outbox,
        SortedSet<Instant> deadlines) {

    /** What is kept of one target. */
    record Entry(OutboxState state, Map<String, Waiting> waiting) {
        static final Entry EMPTY = new Entry(OutboxState.EMPTY, Map.of());
    }

    static Cell empty(Identifier self) {
        return new Cell(self, Map.of(), Head.NONE, Publisher.of(self), new TreeMap<>(), new TreeSet<>());
    }

    Mailbox open() {
        return Mailbox.restore(self, SimulatedFacts.TYPES, head, rows.values());
    }

    Entry entry(String target) {
        return outbox.getOrDefault(target, Entry.EMPTY);
    }

    /** The cell after a step of its mailbox. */
    Cell after(Step step) {
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
        return new Cell(
                self, after, step.headToWrite() == null ? head : step.headToWrite(), publisher, outbox, deadlines);
    }

    Cell with(Publisher other) {
        return new Cell(self, rows, head, other, outbox, deadlines);
    }

    Cell with(String target, Entry entry) {
        Map<String, Entry> entries = new TreeMap<>(outbox);
        entries.put(target, entry);
        return new Cell(self, rows, head, publisher, entries, deadlines);
    }

    Cell withoutOutbox() {
        return new Cell(self, rows, head, publisher, new TreeMap<>(), deadlines);
    }

    Cell wakingAt(Instant due) {
        SortedSet<Instant> later = new TreeSet<>(deadlines);
        later.add(due);
        return new Cell(self, rows, head, publisher, outbox, later);
    }

    /** Without the deadlines that are over. */
    Cell wokenAt(Instant now) {
        SortedSet<Instant> left = new TreeSet<>(deadlines);
        left.removeIf(due -> !due.isAfter(now));
        return new Cell(self, rows, head, publisher, outbox, left);
    }
}
