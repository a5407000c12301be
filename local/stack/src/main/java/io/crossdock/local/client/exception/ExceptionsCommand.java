package io.crossdock.local.client.exception;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Answer;
import io.crossdock.local.client.ClientOptions;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Pages;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.ServerOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exceptions}: lists what is wrong, tells all about one, and takes down who takes care of it. */
@Command(name = "exceptions", description = "List open exceptions, most severe first; show one, or acknowledge it.")
public final class ExceptionsCommand implements Callable<Integer> {

    @Option(names = "--type", paramLabel = "TYPE", description = "Only of this type, such as SHIPPED_NOT_INVOICED.")
    private @Nullable String type;

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            description = "Only so severe or worse: ${COMPLETION-CANDIDATES}.")
    private Severity severity = Severity.MINOR;

    @Option(names = "--customer", paramLabel = "CODE", description = "Only of this customer.")
    private @Nullable String customer;

    @Option(names = "--order", paramLabel = "ID", description = "Only of this order, by any identifier.")
    private @Nullable String order;

    @Option(names = "--check", description = "End with 1 if one of them is open and nobody has acknowledged it.")
    private boolean check;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ClientOptions options = new ClientOptions();

    @Override
    public Integer call() {
        return options.show(this::list);
    }

    @Command(name = "show", description = "Tell all about one exception.")
    int show(
            @Parameters(
                            paramLabel = "ID",
                            description = "Its id; or that of its order, if the order has only this one.")
                    String id) {
        return options.show(() -> detail(exceptions().one(id)));
    }

    @Command(
            name = "acknowledge",
            description = "Say that somebody takes care of one; it stays until its cause is gone.")
    int acknowledge(
            @Parameters(
                            paramLabel = "ID",
                            description = "Its id; or that of its order, if the order has only this one.")
                    String id,
            @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who takes care of it.")
                    String by,
            @Option(names = "--note", paramLabel = "TEXT", description = "What else there is to say.") @Nullable
                    String note) {
        return options.show(() -> detail(exceptions().acknowledge(id, by, note)));
    }

    private Answer list() {
        Pages pages = exceptions().list(type, customer, order).only(severity::includes);
        List<JsonNode> items = OpenExceptions.sorted(pages.items());
        Screen screen = options.screen();
        Ink ink = screen.ink();
        if (items.isEmpty()) {
            screen.line(ink.good("No open exceptions."));
        } else {
            screen.table(OpenExceptions.table(ink, items, screen.when(pages.at())));
        }
        boolean bad = check && items.stream().anyMatch(Exceptions::isUnattended);
        return options.answer(
                new Pages(items, pages.nextCursor(), pages.at()).json(), screen, bad ? ExitCode.NO : ExitCode.FINE);
    }

    private Answer detail(Exceptions.One one) {
        Screen screen = options.screen();
        ExceptionDetail.draw(screen, one.exception(), screen.when(one.at()));
        return options.answer(one.exception(), screen, ExitCode.FINE);
    }

    private Exceptions exceptions() {
        return new Exceptions(options.api(server.address()));
    }
}
