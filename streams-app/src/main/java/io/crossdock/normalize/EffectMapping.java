package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
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
 * connection, {@code $locations}, those it serves, and {@code $done}, the keys of what has been done.
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
     * @param object kind of record, table or path in the target's vocabulary
     * @param payload what the target is sent
     */
    public record Asked(String effect, String subject, String milestone, String object, JsonNode payload) {}

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
     * @throws InvalidSystemsException if the file writes something else than a list of effects
     */
    public List<Asked> asked(JsonNode orderStatus, Collection<String> done) {
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        done.stream().sorted().forEach(keys::add);
        JsonNode said = expression.apply(Map.of("target", target, "locations", locations, "done", keys), orderStatus);
        if (!said.isArray()) {
            throw problem("", said);
        }
        List<Asked> asked = new ArrayList<>(said.size());
        for (JsonNode one : said) {
            asked.add(new Asked(
                    text(one, "effect"),
                    text(one, "subject"),
                    text(one, "milestone"),
                    text(one, "object"),
                    one.path("payload")));
        }
        return asked;
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
                "a list of {effect, subject, milestone, object, payload}, the first four as text")));
    }
}
