package io.crossdock.local.client.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Answer;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.ClientOptions;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Pages;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.ServerOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dead-letters}: lists what could not be read, and tells all about one. */
@Command(name = "dead-letters", description = "List records that could not be read, the newest first; show one.")
public final class DeadLettersCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/dead-letters";
    private static final int LARGEST_PAGE = 500;

    @Option(names = "--connection", paramLabel = "NAME", description = "Only what came from there.")
    private @Nullable String connection;

    @Option(names = "--reason", paramLabel = "REASON", description = "Only for this reason, such as schema-drift.")
    private @Nullable String reason;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only what was written since, such as 2026-11-26T15:23:00Z.")
    private @Nullable String since;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    private int limit = 50;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "What follows a list that ended with this cursor.")
    private @Nullable String cursor;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ClientOptions options = new ClientOptions();

    @Override
    public Integer call() {
        return options.show(this::list);
    }

    @Command(name = "show", description = "Tell all about one, and where the record lies.")
    int show(
            @Parameters(
                            paramLabel = "COORDINATES",
                            description = "Those of the record: topic-partition@offset, the line under it in the list.")
                    String coordinates) {
        return options.show(() -> detail(Coordinates.parse(coordinates)));
    }

    private Answer list() {
        Api api = options.api(server.address());
        Pages pages = Pages.of(
                api,
                Math.max(1, limit),
                cursor,
                (missing, from) -> Query.of(PATH)
                        .with("connection", connection)
                        .with("reason", reason)
                        .with("since", since)
                        .with("limit", Math.min(missing, LARGEST_PAGE))
                        .with("cursor", from));
        Screen screen = options.screen();
        Ink ink = screen.ink();
        if (pages.items().isEmpty()) {
            boolean all = connection == null && reason == null && since == null && cursor == null;
            screen.line(
                    all ? ink.good("No dead letters.") : ink.plain("No such dead letters at " + api.address() + "."));
        } else {
            screen.table(DeadLetterTable.of(ink, pages.items(), screen.when(pages.at())));
        }
        if (pages.nextCursor() != null) {
            screen.line(ink.faint("There may be more: --cursor " + pages.nextCursor()));
        }
        return options.answer(pages.json(), screen, ExitCode.FINE);
    }

    private Answer detail(Coordinates wanted) {
        Api api = options.api(server.address());
        Pages found = Pages.of(
                        api,
                        1,
                        null,
                        (missing, from) -> Query.of(PATH)
                                .with("coordinates", wanted)
                                .with("limit", missing)
                                .with("cursor", from))
                .only(letter -> Coordinates.of(letter).equals(wanted));
        if (found.items().isEmpty()) {
            throw new ClientFailure(
                    ExitCode.NO,
                    "No dead letter speaks of " + wanted + " at " + api.address()
                            + ": `./crossdock dead-letters` lists them.");
        }
        JsonNode letter = found.items().getFirst();
        Screen screen = options.screen();
        DeadLetterDetail.draw(screen, letter, screen.when(found.at()));
        return options.answer(letter, screen, ExitCode.FINE);
    }
}
