package io.crossdock.local.client.targets;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Answer;
import io.crossdock.local.client.ClientOptions;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.ServerOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code targets}: lists how they stand, and has one told from now on, or only observed. */
@Command(
        name = "targets",
        description = "List who is told and how they stand; have one told from now on, or only observed.")
public final class TargetsCommand implements Callable<Integer> {

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ClientOptions options = new ClientOptions();

    @Override
    public Integer call() {
        return options.show(() -> {
            Targets.All all = targets().all();
            Screen screen = options.screen();
            TargetTable.draw(screen, all.items(), screen.when(all.at()));
            return options.answer(all.json(), screen, ExitCode.FINE);
        });
    }

    @Command(name = "live", description = "Tell it from now on; first says what that means.")
    int live(
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who wants that.") String by,
            @Option(names = "--note", paramLabel = "TEXT", description = "Why.") @Nullable String note,
            @Option(
                            names = "--since",
                            paramLabel = "TIME",
                            description = "When the old way ended: what was first wanted before is left to it, such"
                                    + " as 2026-11-26T15:23:00Z (default: now).")
                    @Nullable
                    String since) {
        Targets targets = targets();
        Targets.All all = targets.all();
        JsonNode target = all.find(name).orElseThrow(() -> targets.unknown(name, all));
        if (!options.json()) {
            // Before it is done, so that it is also seen when doing it fails.
            options.show(() -> {
                Screen screen = options.screen();
                Forecast.draw(screen, target, since);
                return Answer.of(screen, ExitCode.FINE);
            });
        }
        return change(targets, name, new Targets.Wish(by, Targets.LIVE, note, since));
    }

    @Command(name = "observe", description = "Tell it nothing more, only compare.")
    int observe(
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who wants that.") String by,
            @Option(names = "--note", paramLabel = "TEXT", description = "Why.") @Nullable String note) {
        return change(targets(), name, new Targets.Wish(by, Targets.OBSERVE, note, null));
    }

    /** Ends with 1 if it is not, after a while, what it was told to be. */
    private int change(Targets targets, String name, Targets.Wish wish) {
        return options.show(() -> {
            Targets.Switched switched = targets.change(name, wish);
            Screen screen = options.screen();
            TargetTable.draw(screen, List.of(switched.target()), screen.when(switched.at()));
            if (!switched.everywhere()) {
                screen.line(screen.ink()
                        .warning("It is written down, and not done everywhere yet: `./crossdock targets` shows when."));
            }
            return options.answer(switched.target(), screen, switched.everywhere() ? ExitCode.FINE : ExitCode.NO);
        });
    }

    private Targets targets() {
        return new Targets(options.api(server.address()));
    }
}
