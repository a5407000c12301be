package io.crossdock.order.explain;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An {@link Explanation} as sentences for a person, one a line, in a fixed order. */
public final class ExplanationText {

    private ExplanationText() {}

    /** The sentences: the root, each identifier, what was not taken, former ids. */
    public static List<String> of(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(
                explanation.root() == null
                        ? "No record of this order has been heard that captured it; it is held at "
                                + explanation.topmost() + "."
                        : explanation.root()
                                + " captured the order: it is the highest record that we did not write ourselves.");
        explanation.candidates().stream()
                .filter(candidate -> candidate.verdict() != Candidate.Verdict.ROOT)
                .forEach(candidate -> lines.add(candidate.identifier() + " " + verdict(candidate.verdict())));
        for (Belonging belonging : explanation.identifiers()) {
            if (!belonging.chain().isEmpty()) {
                Because first = belonging.chain().getFirst();
                lines.add(relation(first.link()) + ", because " + row(first) + ".");
            }
            belonging
                    .alsoPartOf()
                    .forEach(other -> lines.add(relation(other.link()) + " as well, because " + row(other) + "."));
        }
        explanation.notTaken().forEach(lost -> lines.add(lost(lost)));
        explanation
                .formerOrders()
                .forEach(former -> lines.add(former + " was the id of a part of this order and answers with it."));
        return lines;
    }

    private static String verdict(Candidate.Verdict verdict) {
        return switch (verdict) {
            case ROOT -> "captured the order.";
            case LOWER -> "has its own record too, but a higher one captured the order.";
            case OUR_COPY -> "is our copy: its record carries our key.";
            case NO_ORDER -> "names the order, but records of its type do not capture orders.";
            case NOT_HEARD -> "has not been heard itself; only its name is known.";
        };
    }

    private static String relation(Link link) {
        return link.from() + (link.kind() == Link.Kind.PART_OF ? " is part of " : " is the same order as ") + link.to();
    }

    private static String row(Because because) {
        String version = because.derived()
                ? "a record elsewhere ties the two"
                : because.fact().entity() + " " + because.fact().primaryKey() + " names it";
        return version + " (" + rule(because.link().rule()) + ", " + because.evidence() + ")";
    }

    private static String rule(Link.Rule rule) {
        return switch (rule) {
            case EXPLICIT -> "explicit reference";
            case ECHO -> "our key came back";
            case MATCHED -> "matched";
            case PERSON -> "a person linked them";
        };
    }

    private static String lost(NotTaken lost) {
        Link link = lost.stated().link();
        String claim = "Not taken: " + relation(link) + ", said by "
                + lost.stated().fact().entity() + " "
                + lost.stated().fact().primaryKey() + " (" + rule(link.rule()) + ", "
                + lost.stated().evidence() + "), ";
        return claim
                + switch (lost.reason()) {
                    case BEATEN -> "because of a better or newer statement" + names(": ", lost.others()) + ".";
                    case AMBIGUOUS -> "because nothing decides between" + names(" ", lost.others()) + ".";
                    case DOWNWARD -> "because it points downward.";
                    case NOT_FOLLOWED -> "because " + link.from() + " has not followed it.";
                };
    }

    private static String names(String before, List<Identifier> others) {
        return others.isEmpty()
                ? ""
                : before + others.stream().map(Identifier::toString).collect(Collectors.joining(" and "));
    }
}
