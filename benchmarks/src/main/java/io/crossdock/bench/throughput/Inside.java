package io.crossdock.bench.throughput;

import io.crossdock.bench.Bench;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.start.Beside;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** A measurement runs in a process of its own, with a broker and a folder that meet no running stack: an option that commands share. */
final class Inside {

    @Option(names = "--inside", hidden = true)
    private boolean inside;

    /** True in that process. */
    boolean isSo() {
        return inside;
    }

    /** The same command in that process; returns its exit code. */
    int run(String command, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(Bench.class.getName(), command, "--inside"));
        arguments.addAll(options);
        return Beside.run(
                Workspace.current(),
                List.of("-Xmx1g", "-XX:+UseSerialGC"),
                System.getProperty("java.class.path"),
                arguments,
                Map.of());
    }

    /** An option of several values. */
    static String option(String name, Collection<?> values) {
        return name + "=" + values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
