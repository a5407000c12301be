package io.crossdock.order.status;

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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of one order, sorted by key and told apart by what they say; receipts and aliases are left out (R22). */
record OrderFacts(
        Membership membership,
        NavigableMap<Identifier, HeaderFact> headers,
        NavigableMap<Identifier, DocumentFact> documents,
        List<LineFact> lines,
        List<CartonFact> cartons) {

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
    }

    /** A fact that is the header of a document. */
    record DocumentFact(Fact fact, Statement.Document says) {}

    /** A fact that is a package. */
    record CartonFact(Fact fact, Statement.Carton says) {}

    static OrderFacts of(IdentifierTypes types, Identifier topmost, Collection<Fact> facts) {
        List<Fact> standing = standing(facts);
        Membership membership = Membership.of(types, topmost, facts);
        NavigableMap<Identifier, HeaderFact> headers = new TreeMap<>();
        NavigableMap<Identifier, DocumentFact> documents = new TreeMap<>();
        List<CartonFact> cartons = new ArrayList<>();
        for (Fact fact : standing) {
            if (membership.holds(fact.home())) {
                switch (fact.statement()) {
                    case Statement.OrderHeader says -> headers.putIfAbsent(fact.home(), new HeaderFact(fact, says));
                    case Statement.Document says -> documents.putIfAbsent(fact.home(), new DocumentFact(fact, says));
                    case Statement.Carton says -> cartons.add(new CartonFact(fact, says));
                    case null, default -> {}
                }
            }
        }
        return new OrderFacts(membership, headers, documents, lines(standing, membership, documents), cartons);
    }

    @Nullable
    HeaderFact header(Identifier home) {
        return headers.get(home);
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
                || statement instanceof Statement.Carton;
    }

    /** A line that names a document of another order belongs to that order, though its shipment is shared (R21). */
    private static List<LineFact> lines(
            List<Fact> facts, Membership membership, NavigableMap<Identifier, DocumentFact> documents) {
        List<LineFact> lines = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.statement() instanceof Statement.Line says
                    && membership.holds(fact.home())
                    && (says.refersTo() == null
                            || membership.holds(says.refersTo().document()))) {
                DocumentFact document = documents.get(fact.home());
                lines.add(new LineFact(fact, says, document == null ? null : document.says()));
            }
        }
        return List.copyOf(lines);
    }
}
