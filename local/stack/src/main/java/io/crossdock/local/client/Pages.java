package io.crossdock.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The items of a list, gathered page after page.
 *
 * @param nextCursor asks for what follows; null if that is all
 * @param at when the last page was given, by the server's clock
 */
public record Pages(List<JsonNode> items, @Nullable String nextCursor, Instant at) {

    /**
     * Asks until there are {@code limit} items, or no more.
     *
     * @param page the question for at most so many items from a cursor on, null for the first
     */
    public static Pages of(
            Api api, int limit, @Nullable String from, BiFunction<Integer, @Nullable String, Query> page) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = from;
        while (true) {
            Reply reply = api.list(page.apply(limit - items.size(), cursor), "items");
            reply.body().path("items").forEach(items::add);
            String next = Json.text(reply.body(), "nextCursor");
            if (next.isEmpty() || items.size() >= limit) {
                return new Pages(List.copyOf(items), next.isEmpty() ? null : next, reply.at());
            }
            cursor = next;
        }
    }

    /** Those of its items that are wanted. */
    public Pages only(Predicate<JsonNode> wanted) {
        return new Pages(items.stream().filter(wanted).toList(), nextCursor, at);
    }

    /** The same as a server would say it in one page. */
    public ObjectNode json() {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.set("items", new ArrayNode(JsonNodeFactory.instance, items));
        return list.put("nextCursor", nextCursor);
    }
}
