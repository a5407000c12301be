package io.crossdock.track;

import io.crossdock.flow.Feedback;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.Receipt;
import io.crossdock.order.outbox.Input;
import io.crossdock.order.outbox.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts out, in one pass over the standing facts, what is known of each target: by its answers, and by its own rows. */
final class FeedbackPass {

    /** A record that shows nothing of ours: before it was told, or after somebody cleared it. */
    private static final Statement.Mark NOTHING = new Statement.Mark(new OrderVersion(0, 0), "nothing");

    private final Map<String, List<Receipt>> asked = new HashMap<>();
    private final Map<String, Map<String, Input.Shown>> shown = new HashMap<>();
    private final Map<String, Duration> behind = new HashMap<>();

    void take(Fact fact, boolean changed) {
        if (changed && fact.origin() == Origin.LIVE && isOwnRow(fact.statement())) {
            behind.merge(
                    fact.key().connection(),
                    Duration.between(fact.recordedAt(), fact.landedAt()),
                    (one, other) -> one.compareTo(other) >= 0 ? one : other);
        }
        switch (fact.statement()) {
            case Receipt receipt when receipt.effect() != null -> asked(receipt.target(), receipt);
            case Statement.Shown row
            when row.effect() != null -> asked(fact.key().connection(), done(fact, row));
            case Statement.Shown row -> shows(fact, row.targetKey(), row.mark());
            case Statement.OrderHeader header ->
                shows(
                        fact,
                        header.ourKey() == null ? fact.home().value() : header.ourKey(),
                        header.mark() == null ? NOTHING : header.mark());
            case null, default -> {}
        }
    }

    private static boolean isOwnRow(@Nullable Statement statement) {
        return statement instanceof Statement.Shown || statement instanceof Statement.OrderHeader;
    }

    Feedback read() {
        Map<String, List<Input.Shown>> rows = new HashMap<>();
        shown.forEach((target, byKey) -> rows.put(target, List.copyOf(byKey.values())));
        return new Feedback(asked, rows, behind);
    }

    private void asked(String target, Receipt receipt) {
        asked.computeIfAbsent(target, none -> new ArrayList<>()).add(receipt);
    }

    /** Where a target keeps a row for each version it was told, the highest one is what it holds. */
    private void shows(Fact fact, String targetKey, Statement.Mark mark) {
        Instant at = fact.recordedAt();
        View view = new View(mark.version(), mark.contentHash(), targetKey);
        shown.computeIfAbsent(fact.key().connection(), none -> new HashMap<>())
                .merge(targetKey, new Input.Shown(view, at), FeedbackPass::higher);
    }

    private static Input.Shown higher(Input.Shown one, Input.Shown other) {
        OrderVersion first = one.view().version();
        return first.compareTo(other.view().version()) >= 0 ? one : other;
    }

    private static Receipt done(Fact fact, Statement.Shown row) {
        return new Receipt(
                fact.key().connection(),
                row.targetKey(),
                row.mark().version(),
                row.mark().contentHash(),
                Receipt.Outcome.APPLIED,
                fact.recordedAt().toString(),
                "found in its own table",
                null,
                row.effect());
    }
}
