package io.crossdock.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/** Sentences for what is no answer: what, where, and what to do. */
final class NoAnswer {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int NOT_READY = 503;

    private NoAnswer() {}

    /** Nothing came back, or not in time. */
    static ClientFailure of(Address address, Duration patience, IOException e) {
        if (e instanceof HttpTimeoutException) {
            return ClientFailure.passing(
                    address + " did not answer within " + patience.toSeconds()
                            + " s: ask again, or wait longer with --timeout.",
                    e);
        }
        if (e.getCause() instanceof UnresolvedAddressException
                || (e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException)) {
            return new ClientFailure(
                    ExitCode.UNAVAILABLE, "The host of " + address + " is not known: " + address.advice() + ".", e);
        }
        String what = e instanceof ConnectException
                ? "Nobody listens at " + address
                : "The connection to " + address + " broke off (" + e.getMessage() + ")";
        return ClientFailure.passing(what + ": " + address.advice() + ".", e);
    }

    /** A status that says why there is no answer; a conflict is a no by Crossdock, and by Connect a rebalance that will end. */
    static ClientFailure of(Address address, Query query, HttpResponse<String> response) {
        int status = response.statusCode();
        JsonNode said = Json.object(response.body());
        String why = reason(said);
        return switch (status) {
            case BAD_REQUEST ->
                new ClientFailure(ExitCode.USAGE, address.at(query) + " is no question that can be answered: " + why);
            case CONFLICT ->
                said.has("detail") ? new ClientFailure(ExitCode.NO, why) : notReady(address, why, response);
            case NOT_READY -> notReady(address, why, response);
            default ->
                new ClientFailure(ExitCode.UNAVAILABLE, address.at(query) + " failed with " + status + ": " + why);
        };
    }

    private static ClientFailure notReady(Address address, String why, HttpResponse<String> response) {
        return ClientFailure.passing(
                address + " is not ready: " + why + " Try again in "
                        + response.headers().firstValue("Retry-After").orElse("a few") + " s.",
                null);
    }

    /** Problem details speak of a {@code detail}, Connect of a {@code message}; ends with a full stop. */
    static String reason(JsonNode problem) {
        String why =
                Json.text(problem, problem.has("detail") ? "detail" : "message").strip();
        if (why.isEmpty()) {
            return "it did not say why.";
        }
        return why.endsWith(".") ? why : why + ".";
    }
}
