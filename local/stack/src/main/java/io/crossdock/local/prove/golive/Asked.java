package io.crossdock.local.prove.golive;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Address;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Reply;
import io.crossdock.local.client.replay.Replays;
import io.crossdock.local.client.targets.Targets;
import io.crossdock.local.client.targets.Targets.Wish;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.seen.Outbound;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator asks the running application, with the commands' own clients. */
final class Asked {

    private static final String BY = "golive";

    /** A rebuild is answered once every message is. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api api = new Api(Address.of(Port.APP.url(), "start the stack with `./crossdock up`"), PATIENCE);
    private final Targets targets = new Targets(api);
    private final Replays replays = new Replays(api);

    /** An order; empty while it is not known. */
    Optional<JsonNode> order(String id) {
        Reply reply = api.get(Query.of("/api/v1/orders/" + Query.segment(id)));
        return reply.isOk() ? Optional.of(reply.body()) : Optional.empty();
    }

    /** How a target stands. */
    JsonNode target(String name) {
        return targets.all().find(name).orElseThrow(() -> new StackFailure("No target is called " + name + "."));
    }

    /** Has every target told, or only observed; null for from now on. */
    void switchAll(String mode, @Nullable String since) {
        Outbound.TARGETS.forEach(target -> targets.change(target, new Wish(BY, mode, null, since)));
    }

    /** True while a target that has gone live is still looked through. */
    boolean isLooking() {
        return targets.all().items().stream()
                .anyMatch(target -> target.path("looking").asBoolean());
    }

    /** Asks for a rebuild. */
    JsonNode rebuild() {
        return replays.begin(BY, null, false).json();
    }

    /** Where the rebuild stands; empty while the application goes over to it. */
    Optional<JsonNode> replay() {
        try {
            return Optional.of(replays.latest().json());
        } catch (ClientFailure away) {
            if (away.isPassing()) {
                return Optional.empty();
            }
            throw away;
        }
    }
}
