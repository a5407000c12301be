package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.SourceVersion;
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
public final class Ideal {

    /** A link as it counts at its lower identifier. {@code source} tells which versions compare. */
    private record Tie(FactKey key, Link link, String source, SourceVersion version) {}

    private static final SourceVersion ANY_VERSION = new SourceVersion(0, 0, 0);

    private final IdentifierTypes types;

    private final Map<Identifier, Map<FactKey, Said>> own = new TreeMap<>();
    private final Map<Identifier, List<Tie>> stated = new TreeMap<>();
    private Map<Identifier, Set<Tie>> derived = new TreeMap<>();

    private Ideal(IdentifierTypes types, List<Fact> facts) {
        this.types = types;
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
    public static Map<Identifier, Map<FactKey, Said>> of(IdentifierTypes types, List<Fact> facts) {
        Ideal ideal = new Ideal(types, facts);
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
            Tie tie = new Tie(newest.key(), link, newest.key().connection(), newest.version());
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
            List<Tie> merged = new ArrayList<>(merging(self));
            merged.sort(Comparator.comparing(tie -> tie.link().to(), types.order()));
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

    private void derive(Map<Identifier, Set<Tie>> into, String connection, Identifier self, Link link) {
        if (types.of(link.from()).rank() < types.of(link.to()).rank()) {
            String kind = link.kind() == Link.Kind.SAME_AS ? "same-as" : "part-of";
            String text = self + ">" + link.from() + ">" + link.to() + "|" + kind + "|"
                    + link.rule().name().toLowerCase(Locale.ROOT);
            FactKey key = new FactKey(connection, "derived-link", text);
            into.computeIfAbsent(link.from(), from -> new HashSet<>())
                    .add(new Tie(key, link, key.toString(), ANY_VERSION));
        }
    }

    private List<Tie> upward(Identifier self) {
        List<Tie> upward = new ArrayList<>(stated.getOrDefault(self, List.of()));
        upward.addAll(derived.getOrDefault(self, Set.of()));
        upward.removeIf(tie -> !tie.link().from().equals(self)
                || types.of(self).rank() >= types.of(tie.link().to()).rank());
        return upward;
    }

    /** The links that count: nobody beats them, and what nobody beats is not too much. */
    private List<Tie> winning(Identifier self) {
        List<Tie> claims = upward(self);
        return claims.stream()
                .filter(one -> {
                    List<Tie> rivals = claims.stream()
                            .filter(other -> sameKindAndType(one, other))
                            .toList();
                    int limit = one.link().kind() == Link.Kind.SAME_AS
                            ? 1
                            : types.of(self).parents();
                    return limit == 0
                            || targets(rivals) <= limit
                            || (unbeaten(one, rivals, limit)
                                    && targets(rivals.stream()
                                                    .filter(other -> unbeaten(other, rivals, limit))
                                                    .toList())
                                            <= limit);
                })
                .toList();
    }

    /** True if no rival has a better rule, and its own source has not named enough others since. */
    private static boolean unbeaten(Tie one, List<Tie> rivals, int limit) {
        List<Tie> better = rivals.stream()
                .filter(other -> other.link().rule().compareTo(one.link().rule()) < 0)
                .toList();
        List<Tie> newer = rivals.stream()
                .filter(other -> other.link().rule() == one.link().rule()
                        && other.source().equals(one.source())
                        && other.version().compareTo(one.version()) > 0)
                .toList();
        return better.isEmpty() && targets(newer) < limit;
    }

    private static long targets(List<Tie> ties) {
        return ties.stream().map(tie -> tie.link().to()).distinct().count();
    }

    private static boolean sameKindAndType(Tie one, Tie other) {
        return one.link().kind() == other.link().kind()
                && one.link().to().type().equals(other.link().to().type())
                && one.link().to().connection().equals(other.link().to().connection());
    }

    /** One link for each order it names, the one of the best rule. */
    private List<Tie> merging(Identifier self) {
        Map<Identifier, Tie> merging = new TreeMap<>();
        winning(self).stream()
                .filter(tie -> tie.link().kind() == Link.Kind.SAME_AS)
                .sorted(Comparator.comparing((Tie tie) -> tie.link().rule()).reversed())
                .forEach(tie -> merging.put(tie.link().to(), tie));
        return List.copyOf(merging.values());
    }

    private Set<Identifier> parents(Identifier self) {
        Set<Identifier> parents = new TreeSet<>();
        winning(self).forEach(tie -> parents.add(tie.link().to()));
        return parents;
    }

    private Map<Identifier, Map<FactKey, Said>> flowUp() {
        Map<Identifier, Map<FactKey, Said>> held = new TreeMap<>();
        own.forEach((home, facts) -> held.put(home, new TreeMap<>(facts)));
        derived.forEach((home, ties) -> ties.forEach(tie -> held.computeIfAbsent(home, any -> new TreeMap<>())
                .put(tie.key(), new Said(null, new Statement.Alias(), List.of(tie.link()), Map.of(), Map.of()))));
        Map<Identifier, List<Map<FactKey, Said>>> told = new TreeMap<>();
        Set<Identifier> ascending = new TreeSet<>(types.order());
        ascending.addAll(held.keySet());
        held.keySet().forEach(self -> ascending.addAll(parents(self)));
        for (Identifier self : ascending) {
            List<Map<FactKey, Said>> byChild = told.getOrDefault(self, List.of());
            int limit = types.of(self).children();
            if (limit == 0 || byChild.size() <= limit) {
                byChild.forEach(facts ->
                        held.computeIfAbsent(self, any -> new TreeMap<>()).putAll(facts));
            }
            for (Identifier parent : parents(self)) {
                told.computeIfAbsent(parent, any -> new ArrayList<>()).add(held.getOrDefault(self, Map.of()));
            }
        }
        return held;
    }
}
