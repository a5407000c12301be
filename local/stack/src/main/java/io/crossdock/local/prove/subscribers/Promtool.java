package io.crossdock.local.prove.subscribers;

import io.crossdock.local.layout.Port;
import io.crossdock.local.prove.Check;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** promtool accepts the application's metrics. */
public final class Promtool {

    private static final String WHAT = "promtool accepts /metrics";

    private Promtool() {}

    /** Scrapes once and has it checked. */
    public static Check check() {
        if (!Tool.exists("promtool")) {
            return Check.notRun(WHAT, "promtool is not installed (Debian: apt-get install prometheus)");
        }
        Answer metrics = Http.get(Port.MANAGEMENT.url() + "/metrics", Map.of());
        if (!metrics.isOk()) {
            return new Check(WHAT, false, "/metrics answered " + metrics.status());
        }
        Tool.Result result = Tool.run(Path.of("/"), metrics.body(), List.of("promtool", "check", "metrics"));
        long samples = metrics.body()
                .lines()
                .filter(line -> line.startsWith("crossdock_"))
                .count();
        return new Check(
                WHAT,
                result.exitCode() == 0 && samples > 0,
                result.exitCode() == 0
                        ? samples + " samples of ours"
                        : result.output().replace("\n", "; "));
    }
}
