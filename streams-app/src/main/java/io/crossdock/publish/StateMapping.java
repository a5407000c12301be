package io.crossdock.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a target is told where an order stands.
 *
 * @param object kind of record or table in its vocabulary, for example {@code Order}
 * @param body from an order to the body in that vocabulary; must not depend on the version; null while there is nothing to tell;
 *     throws {@link Untranslatable} if the order cannot be said in it
 */
public record StateMapping(String object, Function<JsonNode, @Nullable JsonNode> body) {}
