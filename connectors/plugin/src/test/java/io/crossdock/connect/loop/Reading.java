package io.crossdock.connect.loop;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.Receipt;
import io.crossdock.order.outbox.Input;
import io.crossdock.order.outbox.View;
import io.crossdock.order.publication.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the standing facts of a mailbox say, as the application reads them in one pass. */
final class Reading {

    private final Rules rules;
    private final List<Sight.Former> formers = new ArrayList<>();
    private final Map<Identifier, List<Receipt>> receipts = new TreeMap<>();
    private final Map<String, List<Receipt>> asked = new HashMap<>();
    private final Map<String, Input.Shown> shown = new HashMap<>();
    private @Nullable OrderVersion seen;
    private @Nullable OrderVersion elsewhere;
    private @Nullable Content content;

    private Reading(Rules rules) {
        this.rules = rules;
    }

    static Reading of(Rules rules, Identifier self, Collection<Fact> facts, SortedSet<FactKey> changed) {
        Reading reading = new Reading(rules);
        facts.forEach(fact ->
                reading.take(fact, changed.contains(fact.key()), fact.home().equals(self)));
        return reading;
    }

    List<Sight.Former> formers() {
        return formers;
    }

    @Nullable
    OrderVersion seen() {
        return seen;
    }

    @Nullable
    OrderVersion elsewhere() {
        return elsewhere;
    }

    /** What the order is; null if there is none. */
    @Nullable
    Content content() {
        return content;
    }

    /** Receipts that changed in this step, by sender. */
    Map<Identifier, List<Receipt>> receipts() {
        return receipts;
    }

    List<Receipt> asked(String target) {
        return asked.getOrDefault(target, List.of());
    }

    Input.@Nullable Shown shown(String target) {
        return shown.get(target);
    }

    private void take(Fact fact, boolean changed, boolean here) {
        switch (fact.statement()) {
            case Receipt receipt -> receipt(fact, known(receipt), changed, here);
            case Statement.FormerOrder former -> {
                saw(former.version());
                formers.add(new Sight.Former(fact.home(), former, changed));
            }
            case Statement.Shown row -> {
                saw(row.mark().version());
                shows(fact, row);
            }
            case Statement.Line line -> content = Content.parse(line.line());
            case null, default -> {}
        }
    }

    private void receipt(Fact fact, Receipt receipt, boolean changed, boolean here) {
        saw(receipt.version());
        saw(receipt.found());
        if (rules.flaw() != Flaw.VERSIONS_OF_OTHERS_ARE_IGNORED) {
            elsewhere = Transaction.later(elsewhere, here || receipt.effect() != null ? null : receipt.version());
            elsewhere = Transaction.later(elsewhere, receipt.found());
        }
        if (receipt.effect() != null) {
            asked.computeIfAbsent(receipt.target(), none -> new ArrayList<>()).add(receipt);
        }
        boolean forgotten = rules.flaw() == Flaw.IN_FLIGHT_IS_FORGOTTEN_ON_HAND_OVER
                && !here
                && receipt.outcome() == Receipt.Outcome.IN_FLIGHT;
        if (changed && !forgotten) {
            receipts.computeIfAbsent(fact.home(), home -> new ArrayList<>()).add(receipt);
        }
    }

    private Receipt known(Receipt receipt) {
        return rules.flaw() != Flaw.FOUND_VERSIONS_ARE_IGNORED
                ? receipt
                : new Receipt(
                        receipt.target(),
                        receipt.targetKey(),
                        receipt.version(),
                        receipt.contentHash(),
                        receipt.outcome(),
                        receipt.confirmedAt(),
                        receipt.detail(),
                        null,
                        receipt.effect());
    }

    private void shows(Fact fact, Statement.Shown row) {
        String target = fact.key().connection();
        if (row.effect() != null) {
            Receipt done = new Receipt(
                    target,
                    row.targetKey(),
                    row.mark().version(),
                    row.mark().contentHash(),
                    Receipt.Outcome.APPLIED,
                    fact.recordedAt().toString(),
                    "found in its own table",
                    null,
                    row.effect());
            asked.computeIfAbsent(target, none -> new ArrayList<>()).add(done);
            return;
        }
        String hash = rules.flaw() == Flaw.ECHO_WITHOUT_VALUES ? "" : row.mark().contentHash();
        Instant at = rules.flaw() == Flaw.STALE_ECHO_IS_BELIEVED ? World.LATE : fact.recordedAt();
        Input.Shown one = new Input.Shown(new View(row.mark().version(), hash, row.targetKey()), at);
        shown.merge(
                target,
                one,
                (before, now) -> before.view().version().compareTo(now.view().version()) >= 0 ? before : now);
    }

    private void saw(@Nullable OrderVersion version) {
        if (rules.flaw() != Flaw.VERSIONS_OF_OTHERS_ARE_IGNORED) {
            seen = Transaction.later(seen, version);
        }
    }
}
