package io.crossdock.order.mailbox;

import static io.crossdock.order.mailbox.Facts.TYPES;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The oracle: what every mailbox must hold at the end, computed from the set of all facts at once, with no messages, no
 * order and no state.
 */
final class Ideal {

    /** A link as it counts at its lower identifier. {@code source} tells which versions compare. */
    private record Tie(FactKey key, Link link, String source, long version) {}

    private final Map<Identifier, Map<FactKey, Said>> own = new TreeMap<>();
    private final Map<Identifier, List<Tie>> stated = new TreeMap<>();
    private Map<Identifier, Set<Tie>> derived = new TreeMap<>();

    private Ideal(List<Fact> facts) {
        Map<FactKey, List<Fact>> byKey = new HashMap<>();
        facts.forEach(fact ->
                byKey.computeIfAbsent(fact.key(), key -> new ArrayList<>()).add(fact));
        Set<Identifier> ended = new HashSet<>();
        byKey.values().forEach(versions -> {
            Fact newest = newest(versions, true);
            if (newest != null && ends(newest.statement())) {
                ended.add(newest.home());
            }
        });
        byKey.values().forEach(versions -> stand(versions, ended));
    }

    /** What each identifier holds in the end; an identifier that holds nothing is absent. */
    static Map<Identifier, Map<FactKey, Said>> of(List<Fact> facts) {
        Ideal ideal = new Ideal(facts);
        while (ideal.deriveAgain()) {
            // Each round can only reach identifiers of a higher rank.
        }
        return ideal.flowUp();
    }

    private void stand(List<Fact> versions, Set<Identifier> ended) {
        Fact newest = newest(versions, true);
        Fact deletion = newest(versions, false);
        if (newest == null) {
            return;
        }
        boolean deleted = deletion != null && deletion.version().compareTo(newest.version()) >= 0;
        boolean housekeeping =
                deletion != null && deletion.op() == Op.RETRACT_UNLESS_FINAL && ended.contains(newest.home());
        if (deleted && !housekeeping) {
            return;
        }
        Said said =
                new Said(newest.version(), newest.statement(), newest.links(), newest.times(), firstReached(versions));
        own.computeIfAbsent(newest.home(), home -> new TreeMap<>()).put(newest.key(), said);
        for (Link link : newest.links()) {
            Tie tie = new Tie(
                    newest.key(),
                    link,
                    newest.key().connection(),
                    newest.version().position());
            stated.computeIfAbsent(newest.home(), home -> new ArrayList<>()).add(tie);
        }
    }

    private static @Nullable Fact newest(List<Fact> versions, boolean assertions) {
        return versions.stream()
                .filter(fact -> (fact.op() == Op.ASSERT) == assertions)
                .max(Comparator.comparing(Fact::version).thenComparing(Fact::op).thenComparing(FactOrder::text))
                .orElse(null);
    }

    private static boolean ends(@Nullable Statement statement) {
        if (statement instanceof Statement.OrderHeader header) {
            return Set.of(Statement.OrderHeader.State.CLOSED, Statement.OrderHeader.State.CANCELLED)
                    .contains(header.state());
        }
        return statement instanceof Statement.Document document && document.finished();
    }

    private static Map<Milestone, Reached> firstReached(List<Fact> versions) {
        Map<Milestone, Reached> first = new HashMap<>();
        for (Fact fact : versions) {
            Claims.of(fact).forEach((milestone, reached) -> {
                Reached before = first.get(milestone);
                boolean earlier = before == null
                        || reached.version().compareTo(before.version()) < 0
                        || (reached.version().equals(before.version())
                                && List.of(reached, before).stream()
                                        .min(Comparator.comparing((Reached one) ->
                                                        one.occurredAt().toInstant())
                                                .thenComparing(Reached::landedAt))
                                        .orElseThrow()
                                        .equals(reached));
                if (earlier) {
                    first.put(milestone, reached);
                }
            });
        }
        return first;
    }

    private boolean deriveAgain() {
        Map<Identifier, Set<Tie>> next = new TreeMap<>();
        Set<Identifier> all = new TreeSet<>(stated.keySet());
        all.addAll(derived.keySet());
        for (Identifier self : all) {
            for (Tie tie : stated.getOrDefault(self, List.of())) {
                if (!tie.link().from().equals(self)) {
                    derive(next, tie.key().connection(), self, tie.link());
                }
            }
            List<Tie> merged = new ArrayList<>(sameAs(self));
            merged.sort(Comparator.comparing(tie -> tie.link().to(), TYPES.order()));
            for (int i = 1; i < merged.size(); i++) {
                Link lower = merged.get(i - 1).link();
                Link higher = merged.get(i).link();
                boolean byPerson = lower.rule() == Link.Rule.PERSON || higher.rule() == Link.Rule.PERSON;
                Link.Rule rule = byPerson ? Link.Rule.PERSON : Link.Rule.MATCHED;
                derive(next, self.connection(), self, Facts.sameAs(lower.to(), higher.to(), rule));
            }
        }
        boolean grown = !next.equals(derived);
        derived = next;
        return grown;
    }

    private static void derive(Map<Identifier, Set<Tie>> into, String connection, Identifier self, Link link) {
        if (TYPES.of(link.from()).rank() < TYPES.of(link.to()).rank()) {
            String kind = link.kind() == Link.Kind.SAME_AS ? "same-as" : "part-of";
            String text = self + ">" + link.from() + ">" + link.to() + "|" + kind + "|"
                    + link.rule().name().toLowerCase(Locale.ROOT);
            FactKey key = new FactKey(connection, "derived-link", text);
            into.computeIfAbsent(link.from(), from -> new HashSet<>()).add(new Tie(key, link, key.toString(), 0));
        }
    }

    private List<Tie> upward(Identifier self) {
        List<Tie> upward = new ArrayList<>(stated.getOrDefault(self, List.of()));
        upward.addAll(derived.getOrDefault(self, Set.of()));
        upward.removeIf(tie -> !tie.link().from().equals(self)
                || TYPES.of(self).rank() >= TYPES.of(tie.link().to()).rank());
        return upward;
    }

    /** The same-as links nobody beats: not by rule, not by a newer version of its source, not by text. */
    private List<Tie> sameAs(Identifier self) {
        List<Tie> rivals = new ArrayList<>(upward(self));
        rivals.removeIf(tie -> tie.link().kind() != Link.Kind.SAME_AS);
        List<Tie> byRule = rivals.stream()
                .filter(one -> rivals.stream()
                        .noneMatch(other -> sameType(one, other)
                                && other.link().rule().compareTo(one.link().rule()) < 0))
                .toList();
        List<Tie> newest = byRule.stream()
                .filter(one -> byRule.stream()
                        .noneMatch(other -> sameType(one, other)
                                && other.source().equals(one.source())
                                && (other.version() > one.version()
                                        || (other.version() == one.version() && comesBefore(other, one)))))
                .toList();
        Map<Identifier, Tie> winners = new TreeMap<>();
        newest.stream()
                .filter(one -> newest.stream().noneMatch(other -> sameType(one, other) && comesBefore(other, one)))
                .forEach(one -> winners.put(one.link().to(), one));
        return List.copyOf(winners.values());
    }

    private static boolean sameType(Tie one, Tie other) {
        return one.link().to().type().equals(other.link().to().type())
                && one.link().to().connection().equals(other.link().to().connection());
    }

    private static boolean comesBefore(Tie first, Tie second) {
        return first.link().to().toString().compareTo(second.link().to().toString()) < 0;
    }

    private Set<Identifier> parents(Identifier self) {
        Set<Identifier> parents = new TreeSet<>();
        upward(self).stream()
                .filter(tie -> tie.link().kind() == Link.Kind.PART_OF)
                .forEach(tie -> parents.add(tie.link().to()));
        sameAs(self).forEach(tie -> parents.add(tie.link().to()));
        return parents;
    }

    private Map<Identifier, Map<FactKey, Said>> flowUp() {
        Map<Identifier, Map<FactKey, Said>> held = new TreeMap<>(TYPES.order());
        own.forEach((home, facts) -> held.put(home, new TreeMap<>(facts)));
        derived.forEach((home, ties) -> ties.forEach(tie -> held.computeIfAbsent(home, any -> new TreeMap<>())
                .put(tie.key(), new Said(null, new Statement.Alias(), List.of(tie.link()), Map.of(), Map.of()))));
        Set<Identifier> ascending = new TreeSet<>(TYPES.order());
        ascending.addAll(held.keySet());
        held.keySet().forEach(self -> ascending.addAll(parents(self)));
        for (Identifier self : ascending) {
            Map<FactKey, Said> mine = held.getOrDefault(self, Map.of());
            for (Identifier parent : parents(self)) {
                held.computeIfAbsent(parent, any -> new TreeMap<>()).putAll(mine);
            }
        }
        return new TreeMap<>(held);
    }
}
