package io.crossdock.local.command;

import io.crossdock.local.layout.ClassPath;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code bench}: hands over to the module of measurements, which needs the launcher and not the other way round. */
@Command(name = "bench", description = "Measure: latency, throughput, footprint; `bench --help` says more.")
public final class BenchCommand implements Callable<Integer> {

    private static final String MODULE = "benchmarks";

    @Unmatched
    private @Nullable List<String> arguments;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-D" + Workspace.PROPERTY + "=" + workspace.root(),
                "-cp",
                ClassPath.of(workspace, MODULE).asArgument(),
                "io.crossdock.bench.Bench"));
        command.addAll(arguments == null ? List.of() : arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new StackFailure("The measurement cannot be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
