package io.crossdock.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The options of every command that asks a server: how long it waits and how the answer looks. */
@Command(
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:found, or fine",
            "1:the answer is no, or bad: unknown, several candidates, a check that fails",
            "2:the command line is wrong",
            "3:no answer: nobody listens, not ready, failed, or what answered is no Crossdock",
        })
public final class ClientOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the JSON of the server.")
    private boolean json;

    @Option(
            names = "--color",
            negatable = true,
            scope = ScopeType.INHERIT,
            description = "With or without colour (default: with, on a terminal, unless NO_COLOR is set).")
    private @Nullable Boolean color;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            scope = ScopeType.INHERIT,
            description = "How long to wait for each answer (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            scope = ScopeType.INHERIT,
            description = "Time zone to show times in, such as Europe/Berlin (default: this machine's).")
    private @Nullable ZoneId zone;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            scope = ScopeType.INHERIT,
            description = "Columns of a line (default: COLUMNS, else the terminal's, else 120).")
    private @Nullable Integer width;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** Whether the server's JSON is wanted. */
    public boolean json() {
        return json;
    }

    /** The server at an address, asked with the patience that is wanted. */
    public Api api(Address address) {
        return new Api(address, patience());
    }

    /** How long to wait for an answer. */
    public Duration patience() {
        return Duration.ofSeconds(Math.max(1, timeout));
    }

    /** An empty page. */
    public Screen screen() {
        return new Screen(
                ink(),
                width != null ? width : TerminalSize.of(System.getenv()).columns(),
                zone != null ? zone : ZoneId.systemDefault());
    }

    /** The answer as it is wanted: the JSON, or the page. */
    public Answer answer(JsonNode json, Screen screen, ExitCode exitCode) {
        return this.json ? Answer.of(json, exitCode) : Answer.of(screen, exitCode);
    }

    /** Prints the answer to a question; returns the number that the process ends with. */
    public int show(Supplier<Answer> question) {
        Answer answer = question.get();
        out().print(answer.text());
        out().flush();
        return answer.exitCode().number();
    }

    /** Prints the answer each second anew; returns the number that the process ends with. */
    public int watch(Supplier<Answer> question) {
        int rows = ink().isColoured() ? TerminalSize.of(System.getenv()).rows() : Watch.NO_REDRAW;
        return new Watch(out(), rows, Duration.ofSeconds(1)).run(question).number();
    }

    /** A line about what goes on, apart from the answer, so that this can be piped. */
    public Ticker ticker() {
        Screen screen = screen();
        return new Ticker(Objects.requireNonNull(command).commandLine().getErr(), ink().isColoured(), screen.width());
    }

    private Ink ink() {
        if (color == null) {
            return Ink.of(Ansi.AUTO);
        }
        return Ink.of(color ? Ansi.ON : Ansi.OFF);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(command).commandLine().getOut();
    }
}
