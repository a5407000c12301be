package io.crossdock.local.command;

import io.crossdock.local.layout.ClassPath;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.JavaProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<String> program = new ArrayList<>(List.of("io.crossdock.bench.Bench"));
        program.addAll(arguments == null ? List.of() : arguments);
        return JavaProgram.run(
                workspace,
                List.of("-Xmx1g", "-XX:+UseSerialGC"),
                ClassPath.of(workspace, MODULE).asArgument(),
                program,
                Map.of());
    }
}
