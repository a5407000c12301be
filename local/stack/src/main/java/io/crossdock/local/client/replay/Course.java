package io.crossdock.local.client.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.client.Answer;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.ClientOptions;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Patience;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.targets.TargetTable;
import io.crossdock.local.client.targets.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild from its beginning, or from where somebody left it alone, to its end. Everything about it is kept at the server: this only
 * looks on, and switches the targets on again.
 */
final class Course {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(3), Duration.ofSeconds(1));

    private final ClientOptions options;
    private final Replays replays;
    private final Targets targets;
    private final Progress progress;
    private final Attendance attendance;
    private final SwitchOn switchOn;
    private final String by;
    private final @Nullable String note;

    Course(ClientOptions options, Api api, String by, @Nullable String note) {
        this.options = options;
        this.replays = new Replays(api);
        this.targets = new Targets(api);
        this.progress = new Progress(options.ticker());
        this.attendance = new Attendance(api.address(), PATIENCE, progress);
        this.switchOn = new SwitchOn(attendance, targets, by, note);
        this.by = by;
        this.note = note;
    }

    /** Begins one; returns the number that the process ends with. */
    int begin(boolean force, boolean observe) {
        Rebuild rebuild = begun(force);
        String muted = rebuild.live().isEmpty()
                ? "No target was live."
                : Rebuild.are(rebuild.live()) + " told nothing meanwhile.";
        say(screen -> {
            screen.line(screen.ink().plain(rebuild.name() + " has begun: every raw record is read again. " + muted));
            screen.line(screen.ink()
                    .faint("Ctrl-C ends only this command; `./crossdock replay --finish --by WHO` goes on."));
        });
        return attend(rebuild, observe);
    }

    private Rebuild begun(boolean force) {
        progress.then("BEGINNING", "Waiting until the sinks have answered for what is on its way.");
        try {
            return replays.begin(by, note, force).rebuild();
        } finally {
            progress.end();
        }
    }

    /** Goes on with the latest; returns the number that the process ends with. */
    int goOn(boolean observe) {
        Rebuild rebuild = attendance.ask(replays::latest).rebuild();
        if (rebuild.phase() == Rebuild.Phase.NONE) {
            throw new ClientFailure(
                    ExitCode.NO, "Nothing was ever rebuilt: `./crossdock replay --all --by WHO` begins.");
        }
        return attend(rebuild, observe);
    }

    private int attend(Rebuild begun, boolean observe) {
        try {
            Replays.Latest done = attendance.done(replays, begun.epoch());
            Targets.All before = attendance.ask(targets::all);
            progress.end();
            say(screen -> TargetTable.draw(screen, before.items(), screen.when(before.at())));
            Outcome found = Outcome.found(done.rebuild(), before);
            if (observe) {
                return options.show(() -> last(done, before, found));
            }
            Targets.All after = switchOn.those(found.observed(), done.rebuild());
            progress.end();
            return options.show(() -> last(done, after, found.switchedOn()));
        } finally {
            progress.end();
        }
    }

    private Answer last(Replays.Latest done, Targets.All after, Outcome outcome) {
        Screen screen = options.screen();
        Instant cut = Json.instant(done.json(), "cut");
        String since = cut == null ? "then" : screen.when(after.at()).at(cut);
        screen.line(screen.ink().good(outcome.sentence(done.rebuild(), since)));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("replay", done.json());
        json.set("targets", after.json().path("items"));
        return options.answer(json, screen, ExitCode.FINE);
    }

    /** On the way, unless JSON is wanted, which is one object. */
    private void say(Consumer<Screen> draw) {
        if (!options.json()) {
            options.show(() -> {
                Screen screen = options.screen();
                draw.accept(screen);
                return Answer.of(screen, ExitCode.FINE);
            });
        }
    }
}
