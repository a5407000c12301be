package io.crossdock.local.client.exception;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Pages;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Reply;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The open exceptions of a server. */
final class Exceptions {

    private static final String PATH = "/api/v1/exceptions";

    private final Api api;

    Exceptions(Api api) {
        this.api = api;
    }

    /** An exception and when it was told, by the server's clock. */
    record One(JsonNode exception, Instant at) {}

    /** All of them, or those of a type, a customer, an order. */
    Pages list(@Nullable String type, @Nullable String customer, @Nullable String order) {
        String orderId = order == null ? null : orderId(order);
        return Pages.of(
                        api,
                        Integer.MAX_VALUE,
                        null,
                        (missing, cursor) -> Query.of(PATH)
                                .with("type", type)
                                .with("customer", customer)
                                .with("order", orderId)
                                .with("cursor", cursor))
                .only(each -> customer == null || customer.equals(Json.text(each, "customer")))
                .only(each -> orderId == null || orderId.equals(OpenExceptions.subject(each)));
    }

    /**
     * The one that is called {@code id}, or the only one of the order {@code id}.
     *
     * @throws ClientFailure if there is none, or several
     */
    One one(String id) {
        Pages all = list(null, null, null);
        List<JsonNode> found = all.items().stream()
                .filter(each -> id.equals(Json.text(each, "exceptionId")))
                .toList();
        if (found.isEmpty()) {
            found = all.items().stream()
                    .filter(each -> id.equals(OpenExceptions.subject(each)))
                    .toList();
        }
        if (found.isEmpty()) {
            throw new ClientFailure(
                    ExitCode.NO,
                    "No open exception is called '" + id + "' at " + api.address()
                            + ": it may be resolved; `./crossdock exceptions` lists those that are open.");
        }
        if (found.size() > 1) {
            throw new ClientFailure(
                    ExitCode.NO,
                    "'" + id + "' has several open exceptions: name one of "
                            + found.stream()
                                    .map(each -> "'" + Json.text(each, "exceptionId") + "'")
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return new One(found.getFirst(), all.at());
    }

    /**
     * Takes down that {@code by} takes care of it; returns it as it is then.
     *
     * @throws ClientFailure if it is not open
     */
    One acknowledge(String id, String by, @Nullable String note) {
        String exceptionId = Json.text(one(id).exception(), "exceptionId");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("by", by);
        if (note != null) {
            body.put("note", note);
        }
        Reply reply = api.post(Query.of(PATH + "/" + Query.segment(exceptionId) + "/acknowledge"), body);
        if (!reply.isOk()) {
            throw new ClientFailure(
                    ExitCode.NO,
                    "'" + exceptionId + "' is not open any more at " + api.address()
                            + ": there is nothing to acknowledge.");
        }
        return new One(reply.body(), reply.at());
    }

    /** Whether it is open and nobody takes care of it. */
    static boolean isUnattended(JsonNode exception) {
        return !Json.text(exception, "state").equals("ACKNOWLEDGED");
    }

    private String orderId(String id) {
        Query query = Query.of("/api/v1/orders/" + Query.segment(id));
        Reply reply = api.get(query);
        if (!reply.isOk() && !reply.isChoice() && !reply.isUnknown()) {
            throw api.stranger(query);
        }
        if (!reply.isOk()) {
            throw new ClientFailure(
                    ExitCode.NO,
                    "'" + id + "' names no order, or several, at " + api.address() + ": `./crossdock order " + id
                            + "` says more.");
        }
        String orderId = Json.text(reply.body(), "orderId");
        return orderId.isEmpty() ? id : orderId;
    }
}
