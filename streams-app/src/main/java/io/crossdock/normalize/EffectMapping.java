package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.crossdock.systems.Connection;
import io.crossdock.systems.InvalidSystemsException;
import io.crossdock.systems.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an order asks a target to do once each, by {@code payloads/effects.jslt} of its system. The file reads the order's status and
 * writes a list; what it lists is asked for, what it lists no longer is withdrawn. It may use {@code $target}, the name of the
 * connection, {@code $locations}, those it serves, {@code $done}, the keys of what has been done, and {@code $live}, the milestones
 * that came about while we listened.
 */
public final class EffectMapping {

    private static final String EFFECTS = "effects";

    private final Path file;
    private final Expression expression;
    private final TextNode target;
    private final ArrayNode locations;

    /**
     * One thing to be done once.
     *
     * @param effect what, in kebab-case, for example {@code invoice-request}
     * @param subject identifier of what it is about
     * @param milestone what has come about
     * @param after the milestone of the order that it follows from, subject and milestone, joined with {@code |}
     * @param object kind of record, table or path in the target's vocabulary
     * @param payload what the target is sent
     */
    public record Asked(
            String effect, String subject, String milestone, String after, String object, JsonNode payload) {}

    private EffectMapping(Path file, Expression expression, Connection connection) {
        this.file = file;
        this.expression = expression;
        this.target = TextNode.valueOf(connection.name());
        this.locations = JsonNodeFactory.instance.arrayNode();
        connection.locations().forEach(locations::add);
    }

    /** The mapping of one connection; null if its system is asked for nothing. */
    public static @Nullable EffectMapping of(Connection connection) {
        Path file = connection.system().payloads().get(EFFECTS);
        return file == null
                ? null
                : new EffectMapping(file, MappingCompiler.compileKeepingNulls(file, connection), connection);
    }

    /**
     * What an order asks for as it stands, in the order in which it is to be done.
     *
     * @param orderStatus the order with the field names of {@code GET /api/v1/orders/{id}}
     * @param done keys of what has been done: effect, subject and milestone, joined with {@code |}
     * @param live milestones that came about while we listened: subject and milestone, joined with {@code |}
     * @throws InvalidSystemsException if the file writes something else than a list of effects
     * @throws JsltException if the file cannot be worked out for this order
     */
    public List<Asked> asked(JsonNode orderStatus, Collection<String> done, Collection<String> live) {
        JsonNode said = expression.apply(
                Map.of("target", target, "locations", locations, "done", sorted(done), "live", sorted(live)),
                orderStatus);
        if (!said.isArray()) {
            throw problem("", said);
        }
        List<Asked> asked = new ArrayList<>(said.size());
        for (JsonNode one : said) {
            String subject = text(one, "subject");
            String milestone = text(one, "milestone");
            asked.add(new Asked(
                    text(one, "effect"),
                    subject,
                    milestone,
                    one.has("after") ? text(one, "after") : subject + "|" + milestone,
                    text(one, "object"),
                    one.path("payload")));
        }
        return asked;
    }

    private static ArrayNode sorted(Collection<String> texts) {
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
        texts.stream().sorted().forEach(sorted::add);
        return sorted;
    }

    private String text(JsonNode one, String field) {
        JsonNode value = one.path(field);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw problem(field, one);
        }
        return value.textValue();
    }

    private InvalidSystemsException problem(String field, JsonNode found) {
        return new InvalidSystemsException(List.of(new Problem(
                file,
                0,
                field,
                "it writes " + Rejection.shown(found),
                "a list of {effect, subject, milestone, object, payload}, the first four as text, and after, if it is there,"
                        + " as text")));
    }
}
