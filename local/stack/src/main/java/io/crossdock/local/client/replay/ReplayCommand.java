package io.crossdock.local.client.replay;

import io.crossdock.local.client.Api;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.ClientOptions;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.ServerOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code replay}: shows the latest rebuild; begins one and attends to it to its end; goes on with one that was left alone. */
@Command(
        name = "replay",
        description = "Show the latest rebuild; rebuild all that is known from the raw records; finish what was begun.")
public final class ReplayCommand implements Callable<Integer> {

    @Option(names = "--all", description = "Rebuild everything; the server starts itself again meanwhile.")
    private boolean all;

    @Option(
            names = "--finish",
            description = "Wait for the rebuild that goes on, and have those told again that were live before.")
    private boolean finish;

    @Option(names = "--by", paramLabel = "WHO", description = "Who wants that; needed for --all and --finish.")
    private @Nullable String by;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private @Nullable String note;

    @Option(
            names = "--observe",
            description = "Leave the targets observed after it, to look first at what would be told.")
    private boolean observe;

    @Option(names = "--force", description = "Also while messages are unanswered: they may be sent once more.")
    private boolean force;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ClientOptions options = new ClientOptions();

    @Override
    public Integer call() {
        check();
        Api api = options.api(server.address());
        if (!all && !finish) {
            return options.show(() -> {
                Replays.Latest latest = new Replays(api).latest();
                Screen screen = options.screen();
                Standing.draw(screen, latest);
                return options.answer(latest.json(), screen, ExitCode.FINE);
            });
        }
        Course course = new Course(options, api, String.valueOf(by), note);
        return all ? course.begin(force, observe) : course.goOn(observe);
    }

    private void check() {
        if (all && finish) {
            throw wrong("--all begins a rebuild and --finish goes on with one: name one of the two");
        }
        if (!all && !finish && (by != null || note != null || observe || force)) {
            throw wrong("--by, --note, --observe and --force belong to --all or --finish");
        }
        if ((all || finish) && by == null) {
            throw wrong("--by WHO is missing: who wants that is written down");
        }
        if (finish && force) {
            throw wrong("--force belongs to --all");
        }
    }

    private static ClientFailure wrong(String why) {
        return new ClientFailure(ExitCode.USAGE, why + ": `./crossdock replay --help` says how.");
    }
}
