package io.crossdock.local.prove.subscribers;

import io.crossdock.local.process.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of somebody else's, run to its end. */
final class Tool {

    private static final long PATIENCE_SECONDS = 180;

    private Tool() {}

    /** How a program ended and what it said. */
    record Result(int exitCode, String output) {

        /** The last line that says something. */
        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
        }
    }

    /** Whether a program is on the PATH. */
    static boolean exists(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    /** Runs a command with {@code input} as its standard input; output and errors come together. */
    static Result run(Path directory, String input, List<String> command) {
        try {
            Path said = Files.createTempFile("crossdock-tool", ".txt");
            Path given = Files.createTempFile("crossdock-tool", ".in");
            try {
                Files.writeString(given, input);
                Process process = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectInput(given.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (!ended) {
                    process.destroyForcibly().waitFor();
                }
                String output = Files.readString(said, StandardCharsets.UTF_8);
                return new Result(ended ? process.exitValue() : 124, output);
            } finally {
                Files.delete(said);
                Files.delete(given);
            }
        } catch (IOException e) {
            throw new StackFailure(command.getFirst() + " cannot be run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure(command.getFirst() + " was interrupted.", e);
        }
    }
}
