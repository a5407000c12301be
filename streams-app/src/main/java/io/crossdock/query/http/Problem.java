package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.function.Consumer;

/** An error as RFC 9457 problem details: what is wrong, and what to do. */
final class Problem {

    private static final String TYPE = "application/problem+json";

    private Problem() {}

    /** True if the answer is one already. */
    static boolean isWritten(Context http) {
        String type = http.res().getContentType();
        return type != null && type.startsWith(TYPE);
    }

    static void write(Context http, int status, String title, String detail) {
        write(http, status, title, detail, problem -> {});
    }

    /** The same with members of our own. */
    static void write(Context http, int status, String title, String detail, Consumer<ObjectNode> extra) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        problem.put("instance", http.path());
        extra.accept(problem);
        http.status(status).contentType(TYPE).result(problem.toString());
    }
}
