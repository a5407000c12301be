package io.crossdock.bench;

import io.crossdock.local.layout.FreePorts;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench footprint}: seconds to build and to start from a clean clone, seconds of a second start, and memory. */
@Command(
        name = "footprint",
        description = "Clone, build and start the stack beside a running one; seconds and memory.",
        mixinStandardHelpOptions = true)
final class FootprintCommand implements Callable<Integer> {

    @Option(
            names = "--settle-seconds",
            defaultValue = "60",
            description = "How long people work before memory is read (default: ${DEFAULT-VALUE}).")
    private int settleSeconds;

    private final Progress progress = new Progress(System.out);

    @Override
    public Integer call() throws IOException {
        Path clone = Files.createTempDirectory("crossdock-footprint");
        Map<String, String> ports = FreePorts.asVariables();
        Map<String, Double> seconds = new TreeMap<>();
        try {
            timed("clone", clone, ports, List.of("git", "clone", "-q", root(), clone.toString()));
            String crossdock = clone.resolve("crossdock").toString();
            double build = timed("build", clone, ports, List.of(crossdock, "build"));
            seconds.put("first start to ready", timed("up", clone, ports, List.of(crossdock, "up", "--detach")));
            double ready = Memory.mib(clone);
            progress.step("memory", "waiting while people work for " + settleSeconds + " s");
            Pause.millis(settleSeconds * 1000L);
            double worked = Memory.mib(clone);
            timed("down", clone, ports, List.of(crossdock, "down"));
            seconds.put("second start to ready", timed("up", clone, ports, List.of(crossdock, "up", "--detach")));
            timed("down", clone, ports, List.of(crossdock, "down"));
            print(build, seconds, ready, worked);
            return 0;
        } finally {
            Run.quietly(clone, ports, List.of(clone.resolve("crossdock").toString(), "down"));
            Workspace.delete(clone);
        }
    }

    private void print(double build, Map<String, Double> seconds, double ready, double worked) {
        progress.plain("");
        progress.plain("| figure | value |");
        progress.plain("|---|---|");
        progress.plain(String.format(Locale.ROOT, "| build from a clean clone | %.0f s |", build));
        seconds.forEach((what, value) -> progress.plain(String.format(Locale.ROOT, "| %s | %.0f s |", what, value)));
        progress.plain(String.format(Locale.ROOT, "| memory (PSS) at ready | %.2f GiB |", ready / 1024));
        progress.plain(String.format(
                Locale.ROOT, "| memory (PSS) after %d s of people's work | %.2f GiB |", settleSeconds, worked / 1024));
    }

    private double timed(String what, Path directory, Map<String, String> ports, List<String> command) {
        progress.step(what, String.join(" ", command));
        long since = System.nanoTime();
        int exit = Run.loudly(directory, ports, command);
        if (exit != 0) {
            throw new StackFailure(String.join(" ", command) + " ended with " + exit + ".");
        }
        progress.done(what, "done", since);
        return (System.nanoTime() - since) / 1e9;
    }

    private static String root() {
        return Workspace.current().root().toString();
    }
}
