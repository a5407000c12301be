package io.crossdock.local.client.order;

import io.crossdock.local.client.Api;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Reply;
import io.crossdock.local.client.Screen;

/** A side from which an order can be looked at. */
enum View {
    /** Where it stands. */
    SHEET(""),
    /** What happened to it. */
    TIMELINE("/timeline"),
    /** Why its identifiers belong together. */
    EXPLAIN("/explain");

    private final String path;

    View(String path) {
        this.path = path;
    }

    /**
     * What the server says of an order; candidates if several things are called {@code id}.
     *
     * @throws ClientFailure if nobody has heard of it
     */
    Reply of(Api api, String id) {
        Query query = Query.of("/api/v1/orders/" + Query.segment(id) + path);
        Reply reply = api.get(query);
        if (reply.isUnknown()) {
            throw new ClientFailure(
                    ExitCode.NO,
                    "No system has said anything about '" + id + "', asked at " + api.address()
                            + ": look for a slip of the pen, or try another number of the order.");
        }
        if (!reply.isOk() && !reply.isChoice()) {
            throw api.stranger(query);
        }
        return reply;
    }

    void draw(Screen screen, Api api, String id, Reply reply) {
        switch (this) {
            case SHEET -> new Sheet(screen, api).draw(id, reply);
            case TIMELINE -> Changes.draw(screen, reply);
            case EXPLAIN -> Reasons.draw(screen, reply.body());
        }
    }
}
