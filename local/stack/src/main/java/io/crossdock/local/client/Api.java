package io.crossdock.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** A server that is asked over HTTP; whatever is no answer becomes one sentence. */
public final class Api {

    private final Address address;
    private final Duration patience;
    private final HttpClient client;

    /** The server at {@code address}, which has {@code patience} for each answer. */
    public Api(Address address, Duration patience) {
        this.address = address;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    /** The same server, asked for what takes longer: it has so long for each answer, unless more is wanted anyway. */
    public Api waiting(Duration atLeast) {
        return patience.compareTo(atLeast) < 0 ? new Api(address, atLeast) : this;
    }

    /** Where it is. */
    public Address address() {
        return address;
    }

    /**
     * Asks.
     *
     * @throws ClientFailure if there is no answer, or the answer is no JSON object
     */
    public Reply get(Query query) {
        Reply reply = send("GET", query, BodyPublishers.noBody());
        if (!reply.body().isObject()) {
            throw new ClientFailure(
                    ExitCode.UNAVAILABLE,
                    address.at(query) + " answered " + reply.status() + " with what is no JSON object: is " + address
                            + " the right server?");
        }
        return reply;
    }

    /**
     * Asks for something that every server has, a list called {@code field}.
     *
     * @throws ClientFailure if there is no answer, or it has no such list: what is no Crossdock must not look like one without trouble
     */
    public Reply list(Query query, String field) {
        Reply reply = get(query);
        if (!reply.isOk() || !reply.body().path(field).isArray()) {
            throw stranger(query);
        }
        return reply;
    }

    /** What answers is not what it was taken for. */
    public ClientFailure stranger(Query query) {
        return new ClientFailure(
                ExitCode.UNAVAILABLE,
                address.at(query) + " is not known there: is " + address + " the right server, and of this release?");
    }

    /**
     * Asks that something be done.
     *
     * @throws ClientFailure if there is no answer, or it is not done
     */
    public Reply put(Query query) {
        return send("PUT", query, BodyPublishers.noBody());
    }

    /**
     * Asks that something be done.
     *
     * @param body details, missing for none
     * @throws ClientFailure if there is no answer, or it is not done
     */
    public Reply post(Query query, JsonNode body) {
        return send(
                "POST",
                query,
                body.isMissingNode() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    }

    private Reply send(String method, Query query, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.at(query)))
                .timeout(patience)
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            int status = response.statusCode();
            if (status / 100 != 2 && status != 300 && status != 404) {
                throw NoAnswer.of(address, query, response);
            }
            return new Reply(status, Json.object(response.body()), at(response));
        } catch (IOException e) {
            throw NoAnswer.of(address, patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientFailure(ExitCode.UNAVAILABLE, "The question to " + address + " was interrupted.", e);
        }
    }

    private static Instant at(HttpResponse<String> response) {
        try {
            String date = response.headers().firstValue("Date").orElse("");
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return Instant.now();
        }
    }
}
