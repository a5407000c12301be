package io.crossdock.local.client.order;

import io.crossdock.local.client.Answer;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.ClientOptions;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Reply;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.ServerOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code order}: where one order is and who has been told, by any identifier; without one, a list of orders. */
@Command(
        name = "order",
        description = "Show one order, by any identifier of it or of its documents; without one, list orders.")
public final class OrderCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "Such as SO-1042, a tracking number, or exactly: wms-east:shipment:S-77.")
    private @Nullable String id;

    @ArgGroup
    private Look look = new Look();

    @Option(names = "--watch", description = "Show it anew each second, until Ctrl-C.")
    private boolean watch;

    @ArgGroup(exclusive = false, heading = "%nWithout an ID:%n")
    private @Nullable Listing listing;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ClientOptions options = new ClientOptions();

    /** What is shown of an order, if not where it stands. */
    static final class Look {
        @Option(names = "--timeline", required = true, description = "What happened to it, and when who was told.")
        private boolean timeline;

        @Option(names = "--explain", required = true, description = "Why its identifiers are one order.")
        private boolean explain;

        View view() {
            if (timeline) {
                return View.TIMELINE;
            }
            return explain ? View.EXPLAIN : View.SHEET;
        }
    }

    @Override
    public Integer call() {
        String asked = id;
        Listing wanted = listing;
        if (asked != null ? wanted != null : look.view() != View.SHEET) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "One order, or a list: an ID goes with --timeline, --explain and --watch only");
        }
        Api api = options.api(server.address());
        Supplier<Answer> question =
                asked != null ? () -> one(api, asked) : () -> list(api, wanted == null ? new Listing() : wanted);
        return watch ? options.watch(question) : options.show(question);
    }

    private Answer one(Api api, String asked) {
        Reply reply = look.view().of(api, asked);
        Screen screen = options.screen();
        if (reply.isChoice()) {
            Candidates.draw(screen, asked, reply.body());
            return options.answer(reply.body(), screen, ExitCode.NO);
        }
        if (!options.json()) {
            look.view().draw(screen, api, asked, reply);
        }
        return options.answer(reply.body(), screen, ExitCode.FINE);
    }

    private Answer list(Api api, Listing wanted) {
        Screen screen = options.screen();
        return options.answer(wanted.draw(screen, api), screen, ExitCode.FINE);
    }
}
