package io.crossdock.bench;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Simulated people who work while something is measured: the stack's own, or, if it has none, a process of the measurement. */
final class People implements AutoCloseable {

    private final @Nullable Process process;
    private final String who;

    private People(@Nullable Process process, String who) {
        this.process = process;
        this.who = who;
    }

    /** Makes sure that people work. */
    static People atWork(Workspace workspace, int ordersPerMinute, Progress progress) {
        if (PidFile.of(workspace.run(), "activity", workspace.mark()).running().isPresent()) {
            return new People(null, "the stack's own people at work");
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-D" + Workspace.PROPERTY + "=" + workspace.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.crossdock.local.Main",
                "activity",
                "--orders-per-minute=" + ordersPerMinute);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            progress.step("activity", "people capture " + ordersPerMinute + " orders a minute");
            return new People(process, "people at " + ordersPerMinute + " orders a minute");
        } catch (IOException e) {
            throw new StackFailure("Nobody can be set to work: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public String toString() {
        return who;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
