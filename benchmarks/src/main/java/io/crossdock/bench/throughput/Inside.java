package io.crossdock.bench.throughput;

import io.crossdock.bench.Bench;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.start.Beside;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a measurement in a process of its own, with a broker and a folder that meet no running stack. */
final class Inside {

    private Inside() {}

    /** The same command with {@code --inside}; returns its exit code. */
    static int run(String command, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(Bench.class.getName(), command, "--inside"));
        arguments.addAll(options);
        return Beside.run(
                Workspace.current(),
                List.of("-Xmx1g", "-XX:+UseSerialGC"),
                System.getProperty("java.class.path"),
                arguments,
                Map.of());
    }
}
