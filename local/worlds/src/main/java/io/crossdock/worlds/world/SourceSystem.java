package io.crossdock.worlds.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One system of the distributor with its tables and its log. */
final class SourceSystem {

    /** A log is never at its beginning when somebody starts to read it. */
    private static final long BEGINNING = 5_000;

    private static final int MOST_IN_A_JOB = 300;

    private final Log log;
    private final String name;
    private final SourceKind kind;
    private final List<Table> tables = new ArrayList<>();
    private long position = BEGINNING;
    private final FeedHealth health = new FeedHealth();
    private int era;

    SourceSystem(Log log, String name, SourceKind kind) {
        this.log = log;
        this.name = name;
        this.kind = kind;
    }

    String name() {
        return name;
    }

    Table table(String entity, String homeType, String... key) {
        Table table = new Table(this, entity, homeType, key);
        tables.add(table);
        return table;
    }

    boolean isEmpty() {
        return tables.stream().allMatch(Table::isEmpty);
    }

    /** Reads every table out again, at the position the log has reached. */
    void snapshot() {
        tables.forEach(Table::snapshot);
    }

    /** The machine is replaced from a backup; the log begins anew, and so do its positions. */
    void restore() {
        era++;
        position = 0;
        snapshot();
    }

    /** True if its positions are places in a log, which a backup has back. */
    boolean canGoBack() {
        return kind != SourceKind.REST;
    }

    /** The machine is replaced from an old backup, and nobody notices that its log begins anew. */
    void goBack() {
        position = 0;
    }

    /** A job writes so many rows as they are, from the first table on and over again. */
    void writeAll(int rows) {
        for (int i = 0; i < rows; i++) {
            writeOne(i);
        }
    }

    /** It goes on until what it said in vain is a small part of what it has said. */
    void writeUntilBelieved() {
        for (int i = 0; health.isGone() && i < MOST_IN_A_JOB; i++) {
            writeOne(i);
        }
    }

    private void writeOne(int number) {
        int size = tables.stream().mapToInt(Table::size).sum();
        int row = number % size;
        for (Table table : tables) {
            if (row >= 0 && row < table.size()) {
                table.writeAgain(row);
            }
            row -= table.size();
        }
    }

    FeedHealth health() {
        return health;
    }

    int era() {
        return era;
    }

    void write(Table table, String op, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        boolean snapshot = op.equals("r");
        long at = log.tick();
        // A snapshot row stands at the position the log had; a restored log counts from its beginning.
        long where = snapshot ? position : ++position;
        Map<String, Object> change = new LinkedHashMap<>();
        if (before != null) {
            change.put("before", before);
        }
        if (after != null) {
            change.put("after", after);
        }
        change.put("source", kind.block(where, at, snapshot));
        change.put("op", op);
        Map<String, Object> row = after != null ? after : before;
        if (row != null && !snapshot) {
            health.said(table.entity() + table.key(row), era, where);
        }
        if (row != null) {
            log.add(name, table.entity(), era, table.home(row), Json.of(change), at, table.says(op, before, after));
        }
    }
}
