package io.crossdock.query.http;

import io.crossdock.correlate.MailboxStore;
import io.crossdock.order.fact.Identifier;
import io.crossdock.query.Peers;
import io.crossdock.query.StoreLocation;
import io.crossdock.query.StoreView;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a question about one order be answered by the instance that holds it. */
final class Forwarding {

    private final StoreView stores;
    private final Peers peers;

    Forwarding(StoreView stores, Peers peers) {
        this.stores = stores;
        this.peers = peers;
    }

    /** The mailbox that another instance asks about, which found it for us; null if a client asks. */
    static @Nullable Identifier topmost(Context http) {
        String value = http.header(Peers.HEADER);
        return value == null ? null : Identifier.parse(URLDecoder.decode(value, StandardCharsets.UTF_8));
    }

    /** Answers here, or passes on what the instance that holds {@code topmost} answers to the same question. */
    void answer(Context http, Identifier topmost, Consumer<Identifier> here) {
        switch (stores.where(MailboxStore.NAME, topmost)) {
            case StoreLocation.Here place -> here.accept(topmost);
            case StoreLocation.There there -> {
                String query = http.queryString();
                String path = http.req().getRequestURI() + (query == null ? "" : "?" + query);
                Peers.Answer answer = peers.get(there.address(), path, Peers.encoded(topmost.toString()));
                http.status(answer.status()).contentType(answer.contentType()).result(answer.body());
            }
        }
    }
}
