package io.crossdock.order.status;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of one order, sorted by key and told apart by what they say; receipts and aliases are left out (R22). */
record OrderFacts(
        Membership membership,
        NavigableMap<Identifier, HeaderFact> headers,
        NavigableMap<Identifier, DocumentFact> documents,
        List<LineFact> lines,
        List<CartonFact> cartons,
        List<ScanFact> scans) {

    /** A fact that is the header of an order in one system. */
    record HeaderFact(Fact fact, Statement.OrderHeader says) {

        /** True if the order was accepted here; one on hold, cancelled or captured was only if the row says when. */
        boolean isAccepted() {
            return switch (says.state()) {
                case ACCEPTED, CLOSED -> true;
                case ON_HOLD, CANCELLED, CAPTURED ->
                    fact.reached().containsKey(Milestone.ACCEPTED)
                            || fact.times().containsKey(Milestone.ACCEPTED);
            };
        }

        boolean isCancelled() {
            return says.state() == Statement.OrderHeader.State.CANCELLED;
        }
    }

    /** A fact that is the header of a document. */
    record DocumentFact(Fact fact, Statement.Document says) {

        boolean is(DocumentType type) {
            return says.type() == type;
        }

        boolean isCancelled() {
            return says.state() == DocumentState.CANCELLED;
        }
    }

    /** A fact that is a package. */
    record CartonFact(Fact fact, Statement.Carton says) {}

    /** A fact that is what a carrier saw of a package. */
    record ScanFact(Fact fact, Statement.Scan says) {}

    static OrderFacts of(IdentifierTypes types, Identifier topmost, Collection<Fact> facts) {
        return of(types, topmost, facts, null);
    }

    /** The same; what follows from facts of {@code before} alone is taken from there. */
    static OrderFacts of(
            IdentifierTypes types, Identifier topmost, Collection<Fact> facts, @Nullable OrderFacts before) {
        List<Fact> standing = standing(facts);
        Membership membership = Membership.of(types, topmost, facts, before == null ? null : before.membership);
        NavigableMap<Identifier, HeaderFact> headers = new TreeMap<>();
        NavigableMap<Identifier, DocumentFact> documents = new TreeMap<>();
        List<CartonFact> cartons = new ArrayList<>();
        List<ScanFact> scans = new ArrayList<>();
        List<Fact> ours = membership.held(standing);
        for (Fact fact : ours) {
            if (!(fact.statement() instanceof Statement.Line)) {
                switch (fact.statement()) {
                    case Statement.OrderHeader says -> headers.putIfAbsent(fact.home(), header(fact, says, before));
                    case Statement.Document says -> documents.putIfAbsent(fact.home(), document(fact, says, before));
                    case Statement.Carton says -> cartons.add(new CartonFact(fact, says));
                    case Statement.Scan says -> scans.add(new ScanFact(fact, says));
                    case null, default -> {}
                }
            }
        }
        return new OrderFacts(membership, headers, documents, lines(ours, membership, documents), cartons, scans);
    }

    /** The same facts with these rows. */
    OrderFacts with(List<LineFact> rows) {
        return new OrderFacts(membership, headers, documents, rows, cartons, scans);
    }

    @Nullable
    HeaderFact header(Identifier home) {
        return headers.get(home);
    }

    /** The rows by the document they stand in, sorted by key. */
    Map<Identifier, List<LineFact>> linesByHome() {
        Map<Identifier, List<LineFact>> byHome = new HashMap<>();
        Identifier home = null;
        List<LineFact> rows = new ArrayList<>();
        for (LineFact line : lines) {
            // Rows of one document stand together.
            if (!line.home().equals(home)) {
                home = line.home();
                rows = byHome.computeIfAbsent(home, none -> new ArrayList<>());
            }
            rows.add(line);
        }
        return byHome;
    }

    /** The order as ownership asks about it: its company is the root's, else that of the first record with one (R36). */
    Ownership.Scope scope(@Nullable Identifier root) {
        HeaderFact captured = root == null ? null : headers.get(root);
        String company = Stream.concat(Stream.ofNullable(captured), headers.values().stream())
                .map(header -> header.says().company())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Ownership.Scope(
                company,
                membership.members().stream().map(Identifier::connection).collect(Collectors.toSet()));
    }

    private static HeaderFact header(Fact fact, Statement.OrderHeader says, @Nullable OrderFacts before) {
        HeaderFact known = before == null ? null : before.headers.get(fact.home());
        return known != null && known.fact.isVery(fact) ? known : new HeaderFact(fact, says);
    }

    private static DocumentFact document(Fact fact, Statement.Document says, @Nullable OrderFacts before) {
        DocumentFact known = before == null ? null : before.documents.get(fact.home());
        return known != null && known.fact.isVery(fact) ? known : new DocumentFact(fact, says);
    }

    private static List<Fact> standing(Collection<Fact> facts) {
        List<Fact> said = new ArrayList<>(facts.size());
        boolean sorted = true;
        for (Fact fact : facts) {
            if (fact.op() == Op.ASSERT && speaksOfStatus(fact.statement())) {
                sorted &= said.isEmpty() || said.getLast().key().compareTo(fact.key()) < 0;
                said.add(fact);
            }
        }
        // A mailbox holds them by key, one of each; whoever else asks may hold them in any order.
        return sorted ? said : newestByKey(said);
    }

    private static List<Fact> newestByKey(Collection<Fact> facts) {
        NavigableMap<FactKey, Fact> newest = new TreeMap<>();
        for (Fact fact : facts) {
            newest.merge(fact.key(), fact, (one, two) -> one.version().compareTo(two.version()) >= 0 ? one : two);
        }
        return List.copyOf(newest.values());
    }

    private static boolean speaksOfStatus(@Nullable Statement statement) {
        return statement instanceof Statement.OrderHeader
                || statement instanceof Statement.Document
                || statement instanceof Statement.Line
                || statement instanceof Statement.Carton
                || statement instanceof Statement.Scan;
    }

    /**
     * A line that names a document of another order belongs to that order, though its document is shared; a line of a
     * shared document that names none belongs to nobody (R21).
     */
    private static List<LineFact> lines(
            List<Fact> facts, Membership membership, NavigableMap<Identifier, DocumentFact> documents) {
        List<LineFact> lines = new ArrayList<>(facts.size());
        Map<Identifier, Boolean> shared = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.statement() instanceof Statement.Line says
                    && (says.refersTo() == null
                            ? !shared.computeIfAbsent(fact.home(), home -> isShared(home, membership))
                            : membership.holds(says.refersTo().document()))) {
                lines.add(LineFact.heard(fact, says, documents.get(fact.home())));
            }
        }
        return Collections.unmodifiableList(lines);
    }

    /** True for a document that is also part of something outside this order. */
    private static boolean isShared(Identifier home, Membership membership) {
        return membership.documents().contains(home)
                && !membership.lineage().parents(home).all().stream().allMatch(membership::holds);
    }
}
