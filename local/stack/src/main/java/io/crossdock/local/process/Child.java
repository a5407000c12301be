package io.crossdock.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One started process: its output goes to its log, its number to its pid file. */
final class Child {

    /** What a process gets to end by itself before it is killed. */
    private static final Duration END_PATIENCE = Duration.ofSeconds(15);

    private final ChildSpec spec;
    private final Process process;
    private final PidFile pidFile;
    private final Path log;

    private Child(ChildSpec spec, Process process, PidFile pidFile, Path log) {
        this.spec = spec;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
    }

    static Child start(ChildSpec spec, PidFile pidFile, Path log) {
        // A session of its own: Ctrl-C at the terminal reaches the launcher only, which then ends everything in order.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(spec.directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(spec.environment());
        try {
            Child child = new Child(spec, builder.start(), pidFile, log);
            pidFile.write(child.pid());
            return child;
        } catch (IOException e) {
            throw new StackFailure(spec.name() + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /** Moves the log of the former start aside, so that a log speaks of one run. */
    static void rotate(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StackFailure("The log " + log + " cannot be moved aside: " + e.getMessage() + ".", e);
        }
    }

    ChildSpec spec() {
        return spec;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void onEnd(Runnable action) {
        Thread.ofVirtual().name("watch-" + spec.name()).start(() -> {
            try {
                process.waitFor();
                action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void end() {
        if (process.isAlive()) {
            Signals.end(process.pid(), spec.endSignal(), END_PATIENCE);
        }
        pidFile.delete();
    }

    /** How it ended and its last words. */
    String obituary() {
        int code = process.exitValue();
        String how = code > 128 ? "was ended by signal " + (code - 128) : "ended with exit code " + code;
        return spec.name() + " " + how + "; its log " + log + " ends:" + LogTail.of(log, 12);
    }
}
