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
import java.util.List;
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
        List<Fact> standing = standing(facts);
        Membership membership = Membership.of(types, topmost, facts);
        NavigableMap<Identifier, HeaderFact> headers = new TreeMap<>();
        NavigableMap<Identifier, DocumentFact> documents = new TreeMap<>();
        List<CartonFact> cartons = new ArrayList<>();
        List<ScanFact> scans = new ArrayList<>();
        for (Fact fact : standing) {
            if (membership.holds(fact.home())) {
                switch (fact.statement()) {
                    case Statement.OrderHeader says -> headers.putIfAbsent(fact.home(), new HeaderFact(fact, says));
                    case Statement.Document says -> documents.putIfAbsent(fact.home(), new DocumentFact(fact, says));
                    case Statement.Carton says -> cartons.add(new CartonFact(fact, says));
                    case Statement.Scan says -> scans.add(new ScanFact(fact, says));
                    case null, default -> {}
                }
            }
        }
        return new OrderFacts(membership, headers, documents, lines(standing, membership, documents), cartons, scans);
    }

    /** The same facts with these rows. */
    OrderFacts with(List<LineFact> rows) {
        return new OrderFacts(membership, headers, documents, rows, cartons, scans);
    }

    @Nullable
    HeaderFact header(Identifier home) {
        return headers.get(home);
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

    private static List<Fact> standing(Collection<Fact> facts) {
        NavigableMap<FactKey, Fact> newest = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact.op() == Op.ASSERT && speaksOfStatus(fact.statement())) {
                newest.merge(fact.key(), fact, (one, two) -> one.version().compareTo(two.version()) >= 0 ? one : two);
            }
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
        List<LineFact> lines = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.statement() instanceof Statement.Line says
                    && membership.holds(fact.home())
                    && (says.refersTo() == null
                            ? !isShared(fact.home(), membership)
                            : membership.holds(says.refersTo().document()))) {
                lines.add(LineFact.heard(fact, says, documents.get(fact.home())));
            }
        }
        return List.copyOf(lines);
    }

    /** True for a document that is also part of something outside this order. */
    private static boolean isShared(Identifier home, Membership membership) {
        return membership.documents().contains(home)
                && !membership.lineage().parents(home).all().stream().allMatch(membership::holds);
    }
}
