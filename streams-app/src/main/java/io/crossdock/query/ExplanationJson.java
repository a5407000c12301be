package io.crossdock.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.order.explain.Because;
import io.crossdock.order.explain.Belonging;
import io.crossdock.order.explain.Candidate;
import io.crossdock.order.explain.Explanation;
import io.crossdock.order.explain.ExplanationText;
import io.crossdock.order.explain.NotTaken;
import java.util.List;

/** An {@link Explanation} as it is answered: every link with its rule, its row and where that row is, and the same in sentences. */
final class ExplanationJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExplanationJson() {}

    static ObjectNode of(Explanation explanation) {
        ObjectNode json = JSON.objectNode();
        json.put("topmost", explanation.topmost().toString());
        json.put("root", explanation.root() == null ? null : explanation.root().toString());
        ArrayNode identifiers = json.putArray("identifiers");
        for (Belonging belonging : explanation.identifiers()) {
            ObjectNode item = identifiers.addObject();
            item.put("identifier", belonging.identifier().toString())
                    .put("role", belonging.role().name());
            item.set("because", links(belonging.chain()));
            item.set("alsoPartOf", links(belonging.alsoPartOf()));
        }
        ArrayNode candidates = json.putArray("candidates");
        for (Candidate candidate : explanation.candidates()) {
            candidates
                    .addObject()
                    .put("identifier", candidate.identifier().toString())
                    .put("verdict", candidate.verdict().name());
        }
        ArrayNode notTaken = json.putArray("notTaken");
        for (NotTaken lost : explanation.notTaken()) {
            ObjectNode item = link(lost.stated()).put("reason", lost.reason().name());
            ArrayNode others = item.putArray("others");
            lost.others().forEach(other -> others.add(other.toString()));
            notTaken.add(item);
        }
        ArrayNode former = json.putArray("formerOrders");
        explanation.formerOrders().forEach(former::add);
        ArrayNode text = json.putArray("text");
        ExplanationText.of(explanation).forEach(text::add);
        return json;
    }

    private static ArrayNode links(List<Because> chain) {
        ArrayNode links = JSON.arrayNode();
        chain.forEach(because -> links.add(link(because)));
        return links;
    }

    private static ObjectNode link(Because because) {
        return JSON.objectNode()
                .put("from", because.link().from().toString())
                .put("kind", because.link().kind().name())
                .put("to", because.link().to().toString())
                .put("rule", because.link().rule().name())
                .put("factKey", because.fact().toString())
                .put("version", because.version().toString())
                .put("since", because.since().toString())
                .put("evidence", because.evidence());
    }
}
