package io.crossdock.order.explain;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.link.Lineage;
import io.crossdock.order.status.OrderId;
import io.crossdock.order.status.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Why an order is what it is: a pure function of the facts that stand in its topmost mailbox (R92). What was taken back is
 * no fact any more and cannot be seen here; the history of the order tells when it changed.
 *
 * @param topmost the identifier that holds the facts
 * @param root the record that captured the order; null if there is none yet
 * @param identifiers every identifier of the order, sorted, with the links that lead to the root
 * @param candidates every name of the order, highest first, and whether its record captured it
 * @param notTaken links stated in this order that do not count, by lower identifier
 * @param formerOrders public ids under which parts of it were published before, sorted; they answer with this order
 */
public record Explanation(
        Identifier topmost,
        @Nullable Identifier root,
        List<Belonging> identifiers,
        List<Candidate> candidates,
        List<NotTaken> notTaken,
        List<String> formerOrders) {

    public Explanation {
        identifiers = List.copyOf(identifiers);
        candidates = List.copyOf(candidates);
        notTaken = List.copyOf(notTaken);
        formerOrders = List.copyOf(formerOrders);
    }

    /**
     * Explains an order.
     *
     * @param topmost identifier of the mailbox that holds the facts
     * @param facts its effective facts, in any order
     * @param types the declared types of identifiers
     */
    public static Explanation of(Identifier topmost, Collection<Fact> facts, IdentifierTypes types) {
        List<Fact> standing = facts.stream()
                .filter(fact -> fact.op() == Op.ASSERT)
                .sorted(Comparator.comparing(Fact::key))
                .toList();
        Lineage lineage = Lineage.of(types, standing);
        NavigableSet<Identifier> members = lineage.members(topmost);
        NavigableSet<Identifier> all = new TreeSet<>(members);
        all.addAll(lineage.documents(members));
        Map<Identifier, Statement.OrderHeader> headers = headers(standing, members);
        Identifier root = Root.among(headers, types);

        Chains chains = new Chains(lineage, standing, all, root == null ? topmost : root, topmost);
        List<Belonging> identifiers = new ArrayList<>();
        for (Identifier identifier : all) {
            Belonging.Role role = members.contains(identifier) ? Belonging.Role.NAME : Belonging.Role.DOCUMENT;
            identifiers.add(
                    new Belonging(identifier, role, chains.from(identifier), chains.leadingElsewhere(identifier)));
        }
        return new Explanation(
                topmost,
                root,
                identifiers,
                candidates(members, headers, root, types),
                Losers.of(chains, types),
                formerOrders(standing, root));
    }

    private static Map<Identifier, Statement.OrderHeader> headers(List<Fact> standing, SortedSet<Identifier> members) {
        Map<Identifier, Statement.OrderHeader> headers = new TreeMap<>();
        for (Fact fact : standing) {
            if (fact.statement() instanceof Statement.OrderHeader header && members.contains(fact.home())) {
                headers.putIfAbsent(fact.home(), header);
            }
        }
        return headers;
    }

    private static List<Candidate> candidates(
            NavigableSet<Identifier> members,
            Map<Identifier, Statement.OrderHeader> headers,
            @Nullable Identifier root,
            IdentifierTypes types) {
        return members.stream()
                .sorted(types.order().reversed())
                .map(member -> new Candidate(member, verdict(member, headers.get(member), root, types)))
                .toList();
    }

    private static Candidate.Verdict verdict(
            Identifier member,
            Statement.@Nullable OrderHeader header,
            @Nullable Identifier root,
            IdentifierTypes types) {
        if (member.equals(root)) {
            return Candidate.Verdict.ROOT;
        }
        if (!types.namesAnOrder(member)) {
            return Candidate.Verdict.NO_ORDER;
        }
        if (header == null) {
            return Candidate.Verdict.NOT_HEARD;
        }
        return header.ourKey() != null ? Candidate.Verdict.OUR_COPY : Candidate.Verdict.LOWER;
    }

    private static List<String> formerOrders(List<Fact> standing, @Nullable Identifier root) {
        SortedSet<String> former = new TreeSet<>();
        for (Fact fact : standing) {
            if (fact.statement() instanceof Statement.FormerOrder order) {
                former.add(order.orderId());
            }
        }
        if (root != null) {
            // What it is published under now is kept with it in the same way.
            former.remove(OrderId.of(root));
        }
        return List.copyOf(former);
    }
}
