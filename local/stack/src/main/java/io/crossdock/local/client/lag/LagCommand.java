package io.crossdock.local.client.lag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.client.Answer;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.ClientOptions;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.ServerOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lag}: by order state and target, how long it takes until the target knows, hop by hop, and what it does not know yet. */
@Command(
        name = "lag",
        description = "Show how long states take to reach each target, hop by hop, and what is not known there yet.")
public final class LagCommand implements Callable<Integer> {

    @Option(names = "--state", paramLabel = "MILESTONE", description = "Only this state, such as shipped.")
    private @Nullable String state;

    @Option(names = "--target", paramLabel = "TARGET", description = "Only this target, such as crm.")
    private @Nullable String target;

    @Option(names = "--watch", description = "Show it anew each second, until Ctrl-C.")
    private boolean watch;

    @Mixin
    private ServerOption server = new ServerOption();

    @Mixin
    private ClientOptions options = new ClientOptions();

    @Override
    public Integer call() {
        Api api = options.api(server.address());
        return watch ? options.watch(() -> answer(api)) : options.show(() -> answer(api));
    }

    private Answer answer(Api api) {
        JsonNode lag = wanted(api.list(Query.of("/api/v1/lag"), "states").body());
        Screen screen = options.screen();
        Hops.draw(screen, lag.path("states"));
        OpenLag.draw(screen, lag.path("open"));
        Slowest.draw(screen, lag.path("recent"));
        return options.answer(lag, screen, ExitCode.FINE);
    }

    private JsonNode wanted(JsonNode lag) {
        ObjectNode wanted = lag.deepCopy();
        for (String list : new String[] {"states", "open", "recent"}) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            lag.path(list).valueStream().filter(this::isWanted).forEach(items::add);
            wanted.set(list, items);
        }
        return wanted;
    }

    private boolean isWanted(JsonNode item) {
        return (state == null || state.equals(Json.text(item, "state")))
                && (target == null || target.equals(Json.text(item, "target")));
    }
}
