package io.crossdock.order.outbox;

import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A target behind a sink that delivers at least once: it fences, refuses some contents, and others write to it too. */
final class UnkindTarget {

    private final Random random;
    private final Map<String, View> records = new HashMap<>();
    private final List<View> log = new ArrayList<>();
    private final List<Receipt> answers = new ArrayList<>();
    private int position;
    private boolean kind;

    UnkindTarget(Random random) {
        this.random = random;
    }

    /** From now on nothing is refused, lost or written by others. */
    void becomeKind() {
        kind = true;
    }

    void send(View view) {
        log.add(view);
    }

    boolean isIdle() {
        return position == log.size() && answers.isEmpty();
    }

    @Nullable
    View record(String key) {
        return records.get(key);
    }

    /** The sink takes the next message; after a crash it takes some again, in order, and receipts may be lost with it. */
    void work() {
        if (!kind && random.nextInt(6) == 0) {
            position = Math.max(0, position - random.nextInt(3));
        }
        if (position == log.size()) {
            return;
        }
        View view = log.get(position);
        Receipt receipt = deliver(view);
        boolean receiptLost = !kind && random.nextInt(6) == 0;
        if (!receiptLost) {
            answers.add(receipt);
            position++;
        }
    }

    /** Somebody else writes to the record under a version of their own. */
    void meddle(String key) {
        View held = records.get(key);
        long seq = (held == null ? 0 : held.version().seq()) + 1 + random.nextInt(5);
        records.put(key, new View(new OrderVersion(1, seq), "foreign", key));
    }

    /** Any of the answers under way, some of them twice; null if there is none. */
    @Nullable
    Receipt answer() {
        if (answers.isEmpty()) {
            return null;
        }
        int any = random.nextInt(answers.size());
        return !kind && random.nextInt(4) == 0 ? answers.get(any) : answers.remove(any);
    }

    private Receipt deliver(View view) {
        View held = records.get(view.targetKey());
        if (held != null && held.version().compareTo(view.version()) > 0) {
            return receipt(view, Receipt.Outcome.FENCED, held.version());
        }
        if (!kind && view.contentHash().endsWith("7") && !view.equals(held)) {
            return receipt(view, Receipt.Outcome.REJECTED, null);
        }
        if (held != null && held.version().equals(view.version()) && !held.equals(view)) {
            return receipt(view, Receipt.Outcome.FENCED, held.version());
        }
        records.put(view.targetKey(), view);
        return receipt(view, Receipt.Outcome.APPLIED, null);
    }

    private static Receipt receipt(View view, Receipt.Outcome outcome, @Nullable OrderVersion found) {
        return new Receipt("crm", view.targetKey(), view.version(), view.contentHash(), outcome, null, null, found);
    }
}
