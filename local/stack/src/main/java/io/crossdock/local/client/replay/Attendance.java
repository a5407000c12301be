package io.crossdock.local.client.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Address;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.Count;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Patience;
import io.crossdock.local.client.Span;
import io.crossdock.local.client.targets.Targets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what a server does by itself, while it starts itself again, however long that lasts as long as it goes on. */
final class Attendance {

    private final Address server;
    private final Patience patience;
    private final Progress progress;

    Attendance(Address server, Patience patience, Progress progress) {
        this.server = server;
        this.patience = patience;
        this.progress = progress;
    }

    /** Asks; that there is no answer for a while is nothing but waiting. */
    <T> T ask(Supplier<T> question) {
        return patience.ask(question, away -> progress.away(server.toString()));
    }

    /**
     * Until a rebuild is done.
     *
     * @throws ClientFailure if it does not begin, another one begins, or there is no answer for too long
     */
    Replays.Latest done(Replays replays, long epoch) {
        long until = System.nanoTime() + patience.most().toNanos();
        while (true) {
            Replays.Latest latest = ask(replays::latest);
            Rebuild rebuild = latest.rebuild();
            if (rebuild.epoch() > epoch) {
                throw new ClientFailure(
                        ExitCode.NO,
                        rebuild.name()
                                + " has begun meanwhile: `./crossdock replay --finish --by WHO` waits for that one.");
            }
            boolean begun = rebuild.epoch() == epoch;
            if (begun) {
                progress.show(rebuild);
                if (rebuild.isDone()) {
                    return latest;
                }
            } else if (System.nanoTime() > until) {
                throw late("Rebuild " + epoch + " has not begun");
            }
            patience.pause();
        }
    }

    /**
     * Until targets are live and have been told, or found to know, what they should.
     *
     * @throws ClientFailure if one does not become live, or there is no answer for too long
     */
    Targets.All told(Targets targets, List<String> names) {
        long until = System.nanoTime() + patience.most().toNanos();
        while (true) {
            Targets.All all = ask(targets::all);
            List<JsonNode> open = names.stream()
                    .map(all::find)
                    .flatMap(Optional::stream)
                    .filter(target -> !isLive(target) || target.path("looking").asBoolean())
                    .toList();
            if (open.isEmpty()) {
                return all;
            }
            if (System.nanoTime() > until && open.stream().anyMatch(target -> !isLive(target))) {
                throw late("Not every target is live");
            }
            progress.then("TELLING", telling(open));
            patience.pause();
        }
    }

    static boolean isLive(JsonNode target) {
        return Json.text(target, "mode").equals(Targets.LIVE);
    }

    private static String telling(List<JsonNode> open) {
        List<String> each = open.stream()
                .map(target -> Json.text(target, "target") + ", "
                        + Count.of(
                                target.path("states").path("different").asLong()
                                        + target.path("states").path("unknown").asLong(),
                                "order"))
                .toList();
        return "Looking at what is not shown: " + String.join("; ", each) + ".";
    }

    private ClientFailure late(String what) {
        return new ClientFailure(
                ExitCode.UNAVAILABLE,
                what + " at " + server + " after " + Span.age(patience.most()) + ": its log says why, and"
                        + " `./crossdock replay --finish --by WHO` goes on.");
    }
}
