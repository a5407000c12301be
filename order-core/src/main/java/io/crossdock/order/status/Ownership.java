package io.crossdock.order.status;

import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who decides what: for each quantity and milestone the one connection and entity that counts, by location and company
 * (R30). Of two connections of which one succeeds the other, the successor decides in the orders it knows (R35).
 */
public final class Ownership {

    /** Companies times connections are few; a source that names a company on each order must not fill the memory. */
    private static final int MOST_SCOPES = 1_000;

    private static final String FULLY = "fully-";

    private final Map<String, List<Claim>> claims;
    private final Succession succession;
    private final Scope scope;
    private final Map<Question, List<Claim>> answered = new ConcurrentHashMap<>();
    private final Map<Voice, Set<Quantity>> voices = new ConcurrentHashMap<>();
    private final Map<Scope, Ownership> scopes = new ConcurrentHashMap<>();

    private Ownership(Map<String, List<Claim>> claims, Succession succession, Scope scope) {
        this.claims = claims;
        this.succession = succession;
        this.scope = scope;
    }

    /**
     * One line of a connection's file: this entity decides this quantity or milestone.
     *
     * @param name public name of a quantity or milestone, for example {@code shipped} or {@code credit-approved}
     * @param connection the connection that decides
     * @param entity its raw entity whose rows count, for example {@code shipment-lines}
     * @param location where it decides; null means everywhere
     * @param company for which company it decides; null means for all
     */
    public record Claim(
            String name,
            String connection,
            String entity,
            @Nullable String location,
            @Nullable String company) {

        /** A claim for every company. */
        public Claim(String name, String connection, String entity, @Nullable String location) {
            this(name, connection, entity, location, null);
        }

        boolean covers(@Nullable String place, @Nullable String firm) {
            return fits(location, place) && fits(company, firm);
        }

        boolean isTheSameOwnerAs(Claim other) {
            return connection.equals(other.connection) && entity.equals(other.entity);
        }

        private boolean isMadeBy(FactKey key) {
            return connection.equals(key.connection()) && entity.equals(key.entity());
        }

        /** An unknown place or company fits every scope. */
        private static boolean fits(@Nullable String one, @Nullable String other) {
            return one == null || other == null || one.equals(other);
        }

        @Override
        public String toString() {
            return connection + "/" + entity + (location == null ? " everywhere" : " in " + location)
                    + (company == null ? "" : " for " + company);
        }
    }

    /**
     * The order that is asked about.
     *
     * @param company company it belongs to; null if no record says
     * @param connections connections that have a name for the order
     */
    public record Scope(@Nullable String company, Set<String> connections) {

        public Scope {
            connections = Set.copyOf(connections);
        }
    }

    private record Question(String name, @Nullable String location) {}

    /** Rows of one entity about one place: they all decide the same. */
    private record Voice(
            String connection, String entity, @Nullable String location) {}

    /** Builds the table of connections none of which succeeds another. */
    public static Ownership of(Collection<Claim> claims) {
        return of(claims, Map.of());
    }

    /**
     * Builds the table.
     *
     * @param claims every line of every file
     * @param succeeds the connection that each successor takes over from
     * @throws IllegalArgumentException if a name is unknown or two owners claim one scope; the message lists every problem
     */
    public static Ownership of(Collection<Claim> claims, Map<String, String> succeeds) {
        Succession succession = new Succession(Map.copyOf(succeeds));
        Map<String, List<Claim>> byName = claims.stream().distinct().collect(Collectors.groupingBy(Claim::name));
        List<String> problems = byName.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> Contention.problems(entry.getKey(), entry.getValue(), succession).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "Ownership in the connection files is not clear; leave one owner each:\n  "
                            + String.join("\n  ", problems));
        }
        return new Ownership(Map.copyOf(byName), succession, new Scope(null, Set.of()));
    }

    /** The same table as it holds for one order; orders of one scope share one, with what was asked of it before. */
    public Ownership within(Scope order) {
        if (scopes.size() > MOST_SCOPES) {
            scopes.clear();
        }
        return scopes.computeIfAbsent(order, unknown -> new Ownership(claims, succession, unknown));
    }

    /** True if the row of this key decides the quantity in a location; an unknown location (null) fits every scope. */
    public boolean decides(FactKey key, Quantity quantity, @Nullable String location) {
        return decided(key, location).contains(quantity);
    }

    /** The quantities that the row of this key decides in a location. */
    Set<Quantity> decided(FactKey key, @Nullable String location) {
        Voice voice = new Voice(key.connection(), key.entity(), location);
        Set<Quantity> known = voices.get(voice);
        return known != null ? known : voices.computeIfAbsent(voice, unknown -> decidedBy(key, location));
    }

    private Set<Quantity> decidedBy(FactKey key, @Nullable String location) {
        Set<Quantity> decided = EnumSet.noneOf(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            if (owners(quantity.text(), location).stream().anyMatch(claim -> claim.isMadeBy(key))) {
                decided.add(quantity);
            }
        }
        return decided;
    }

    /** True if the row of this key decides the milestone. */
    public boolean decides(FactKey key, Milestone milestone) {
        return owners(milestone.text(), null).stream().anyMatch(claim -> claim.isMadeBy(key));
    }

    /**
     * The connections that decide a milestone, or the quantity that it is reached by, where the units come from.
     *
     * @param places codes of locations; null is one that nobody knows, which fits every scope
     */
    public Set<String> deciders(Milestone milestone, Collection<@Nullable String> places) {
        String text = milestone.text();
        String name = text.startsWith(FULLY) ? text.substring(FULLY.length()) : text;
        Set<String> deciders = new HashSet<>();
        places.forEach(place -> owners(name, place).forEach(claim -> deciders.add(claim.connection())));
        return deciders;
    }

    /** True if any entity of the connection decides the quantity in a location. */
    boolean isWith(String connection, Quantity quantity, @Nullable String location) {
        return owners(quantity.text(), location).stream()
                .anyMatch(claim -> claim.connection().equals(connection));
    }

    /** True if one connection takes over from the other, be it through others. */
    boolean takesOver(String newer, String older) {
        return succession.isAfter(newer, older);
    }

    /** True if the row's entity decides the quantity in some scope, be it not in this one. */
    boolean isClaimedBy(FactKey key, Quantity quantity) {
        return claims.getOrDefault(quantity.text(), List.of()).stream().anyMatch(claim -> claim.isMadeBy(key));
    }

    /** True if anybody decides the quantity in a location. */
    public boolean hasOwner(Quantity quantity, @Nullable String location) {
        return !owners(quantity.text(), location).isEmpty();
    }

    /** True if anybody decides the milestone. */
    public boolean hasOwner(Milestone milestone) {
        return !owners(milestone.text(), null).isEmpty();
    }

    private List<Claim> owners(String name, @Nullable String location) {
        Question question = new Question(name, location);
        List<Claim> known = answered.get(question);
        return known != null ? known : answered.computeIfAbsent(question, this::answer);
    }

    private List<Claim> answer(Question question) {
        List<Claim> covering = claims.getOrDefault(question.name, List.of()).stream()
                .filter(claim -> claim.covers(question.location, scope.company))
                .toList();
        Set<String> rivals = new HashSet<>();
        covering.forEach(claim -> rivals.add(claim.connection()));
        return covering.stream()
                .filter(claim -> succession.isInForce(claim.connection(), rivals, scope.connections))
                .toList();
    }
}
