package io.crossdock.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.query.Page;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as clients get them: each says how complete it is. */
final class Answers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Freshness freshness;

    Answers(Freshness freshness) {
        this.freshness = freshness;
    }

    /** With how complete it is. */
    void fresh(Context http, ObjectNode answer) {
        json(http, answer.set("freshness", freshness.json()));
    }

    /** With how current it is, and how complete: a copy does not know. */
    void aged(Context http, ObjectNode answer, boolean stale) {
        json(http, answer.put("stale", stale).set("freshness", stale ? freshness.unknown() : freshness.json()));
    }

    /** As it is, for the other instances. */
    static void json(Context http, JsonNode answer) {
        http.contentType("application/json").result(answer.toString());
    }

    static ObjectNode page(Page page) {
        return items(page.items(), page.nextCursor());
    }

    /** One page of a list; {@code nextCursor} is null if it is the last. */
    static ObjectNode items(List<ObjectNode> items, @Nullable String nextCursor) {
        ObjectNode list = JSON.objectNode();
        list.set("items", JSON.arrayNode().addAll(items));
        return list.put("nextCursor", nextCursor);
    }
}
