package io.crossdock.query.http;

import io.crossdock.correlate.MailboxStore;
import io.crossdock.order.fact.Identifier;
import io.crossdock.query.Age;
import io.crossdock.query.Peers;
import io.crossdock.query.StoreLocation;
import io.crossdock.query.StoreView;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lets a question about one order be answered by an instance that holds it. */
final class Forwarding {

    private final StoreView stores;
    private final Peers peers;

    /** Answers from the stores of this instance. */
    @FunctionalInterface
    interface FromHere {
        void answer(Identifier topmost, Age age);
    }

    Forwarding(StoreView stores, Peers peers) {
        this.stores = stores;
        this.peers = peers;
    }

    /** The mailbox that another instance asks about, which found it for us; null if a client asks. */
    static @Nullable Identifier topmost(Context http) {
        String value = http.header(Peers.HEADER);
        return value == null ? null : Identifier.parse(URLDecoder.decode(value, StandardCharsets.UTF_8));
    }

    /**
     * How current the answer is that another instance asks for.
     *
     * @throws IllegalArgumentException if it says so in no way we know
     */
    static Age age(Context http) {
        String value = http.header(Peers.AGE);
        return value == null ? Age.CURRENT : Age.valueOf(value);
    }

    /**
     * Answers here, or passes on what an instance that holds {@code topmost} answers to the same question.
     *
     * @param found how it was found: {@link Age#CURRENT} or {@link Age#FOUND_BY_COPY}
     * @throws io.crossdock.query.NotReadyException if nobody who holds it answers
     */
    void answer(Context http, Identifier topmost, Age found, FromHere here) {
        stores.holders(MailboxStore.NAME, topmost)
                .ask((place, age) -> answer(http, place, topmost, age == Age.COPY ? age : found, here));
    }

    private Age answer(Context http, StoreLocation place, Identifier topmost, Age age, FromHere here) {
        switch (place) {
            case StoreLocation.Here mine -> here.answer(topmost, age);
            case StoreLocation.There there -> {
                String query = http.queryString();
                String path = http.req().getRequestURI() + (query == null ? "" : "?" + query);
                Peers.Answer answer = peers.get(there.address(), path, Peers.encoded(topmost.toString()), age);
                http.status(answer.status()).contentType(answer.contentType()).result(answer.body());
            }
        }
        return age;
    }
}
