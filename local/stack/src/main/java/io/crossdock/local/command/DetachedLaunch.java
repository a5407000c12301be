package io.crossdock.local.command;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.start.UpOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a launcher in the background, shows what it says, and leaves at the line that says ready. */
final class DetachedLaunch {

    private static final String READY = "ready in ";

    private final Workspace workspace;

    DetachedLaunch(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Returns 0 when the stack is ready, else the exit code of the launcher, whose last sentence has then been shown. */
    int run(UpOptions options) {
        workspace.create();
        Path log = workspace.logs().resolve("launcher.log");
        try {
            Files.deleteIfExists(log);
            Files.createFile(log);
            Process launcher = new ProcessBuilder(command(options))
                    .directory(workspace.root().toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return follow(launcher, log);
        } catch (IOException e) {
            throw new StackFailure("The launcher cannot be started in the background: " + e.getMessage() + ".", e);
        }
    }

    private static int follow(Process launcher, Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            StringBuilder line = new StringBuilder();
            while (true) {
                boolean alive = launcher.isAlive();
                byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
                file.readFully(bytes);
                line.append(new String(bytes, StandardCharsets.UTF_8));
                for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
                    String said = line.substring(0, end);
                    line.delete(0, end + 1);
                    (said.startsWith("crossdock: ") ? System.err : System.out).println(said);
                    if (said.startsWith(READY)) {
                        return 0;
                    }
                }
                if (!alive) {
                    return Math.max(1, launcher.exitValue());
                }
                Pause.millis(50);
            }
        }
    }

    private List<String> command(UpOptions options) {
        // A session of its own: it outlives the terminal.
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.crossdock.local.Main", "up"));
        if (options.fresh()) {
            words.add("--fresh");
        }
        words.add("--orders-per-minute=" + options.ordersPerMinute());
        words.add("--instances=" + options.instances());
        words.add("--partitions=" + options.partitions());
        words.add("--hand-over=" + options.handOver().text());
        words.add("--brokers=" + options.shape().brokers());
        words.add("--workers=" + options.shape().workers());
        if (options.shape().secure()) {
            words.add("--secure");
        }
        return words;
    }
}
