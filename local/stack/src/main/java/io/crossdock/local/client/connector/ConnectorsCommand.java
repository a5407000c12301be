package io.crossdock.local.client.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Address;
import io.crossdock.local.client.Answer;
import io.crossdock.local.client.ClientOptions;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Screen;
import io.crossdock.local.layout.Port;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code connectors}: lists them with what is wrong, and pauses, resumes, stops or restarts one. */
@Command(
        name = "connectors",
        description = "List connectors and what is wrong with them; pause, resume, stop or restart one.")
public final class ConnectorsCommand implements Callable<Integer> {

    private static final String VARIABLE = "CONNECT_URL";

    @Option(
            names = "--connect",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description =
                    "Connect's REST API (default: CONNECT_URL, else http://127.0.0.1 and the port of the stack here).")
    private @Nullable String connect;

    @Option(names = "--check", description = "End with 1 if a connector or a task of one has failed.")
    private boolean check;

    @Mixin
    private ClientOptions options = new ClientOptions();

    @Override
    public Integer call() {
        return options.show(() -> {
            Connect.All all = connect().all();
            boolean bad = check && all.states().stream().anyMatch(ConnectorState::hasFailed);
            return answer(all.json(), all.states(), bad ? ExitCode.NO : ExitCode.FINE);
        });
    }

    @Command(name = "pause", description = "Stop its work; its tasks stay where they are.")
    int pause(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return act(Action.PAUSE, name);
    }

    @Command(name = "resume", description = "Let it work again.")
    int resume(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return act(Action.RESUME, name);
    }

    @Command(name = "stop", description = "Stop its work and end its tasks, which its offsets need to be changed.")
    int stop(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return act(Action.STOP, name);
    }

    @Command(name = "restart", description = "Start it and its tasks again.")
    int restart(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return act(Action.RESTART, name);
    }

    @Command(name = "offsets", description = "Show up to where it has read, or written.")
    int offsets(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        return options.show(() -> {
            JsonNode offsets = connect().offsets(name);
            Screen screen = options.screen();
            Offsets.draw(screen, offsets.path("offsets"));
            return options.answer(offsets, screen, ExitCode.FINE);
        });
    }

    /** Ends with 1 if it is not, after a while, what it was told to be. */
    private int act(Action action, String name) {
        return options.show(() -> {
            Connect.One one = connect().act(action, name);
            return answer(
                    one.json(), List.of(one.state()), action.isReached(one.state()) ? ExitCode.FINE : ExitCode.NO);
        });
    }

    private Answer answer(JsonNode json, List<ConnectorState> states, ExitCode exitCode) {
        Screen screen = options.screen();
        Connectors.draw(screen, states);
        return options.answer(json, screen, exitCode);
    }

    private Connect connect() {
        String url = connect != null ? connect : System.getenv(VARIABLE);
        Address address = Address.of(
                url != null ? url : Port.CONNECT.url(),
                "start the stack with `./crossdock up`, or name another worker with --connect or " + VARIABLE);
        return new Connect(options.api(address), options.patience());
    }
}
