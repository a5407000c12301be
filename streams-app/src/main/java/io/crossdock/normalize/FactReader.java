package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.systems.NeverLinks;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the parts of a fact that a mapping file writes beside the statement. */
final class FactReader {

    private FactReader() {}

    /** Business time per milestone; a milestone without a time was not reached. */
    static Map<Milestone, OffsetDateTime> times(JsonNode node) {
        Map<Milestone, OffsetDateTime> times = new EnumMap<>(Milestone.class);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            OffsetDateTime time = Times.parse(entry.getValue().textValue());
            if (time != null) {
                times.put(Milestone.of(entry.getKey()), time);
            }
        }
        return times;
    }

    /**
     * Links of the row. One whose ends are not both named, or that leads to a value of the stop-list, says nothing and is
     * left out.
     *
     * @throws Rejection if a link runs against the types: taking it would make a cycle possible
     */
    static List<Link> links(JsonNode node, IdentifierTypes types, NeverLinks neverLinks) {
        List<Link> links = new ArrayList<>(node.size());
        for (JsonNode entry : node) {
            String from = entry.path("from").textValue();
            String to = entry.path("to").textValue();
            if (from != null && to != null) {
                Link link = link(entry, Identifier.parse(from), Identifier.parse(to), types);
                if (!neverLinks.contains(link.from().value())
                        && !neverLinks.contains(link.to().value())) {
                    links.add(link);
                }
            }
        }
        return links;
    }

    private static Link link(JsonNode entry, Identifier from, Identifier to, IdentifierTypes types) {
        if (!types.isBelow(from, to)) {
            throw new Rejection(
                    Reason.LINK_AGAINST_ORDER,
                    "The link from " + from + " (rank " + types.of(from).rank() + ") to " + to + " (rank "
                            + types.of(to).rank()
                            + ") runs downward. Correct the ranks in system.json or the mapping file, then replay.");
        }
        return new Link(
                Link.Kind.valueOf(constant(entry.path("kind").asText())),
                from,
                to,
                Link.Rule.valueOf(constant(entry.path("rule").asText("explicit"))));
    }

    private static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
