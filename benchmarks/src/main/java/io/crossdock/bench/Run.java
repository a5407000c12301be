package io.crossdock.bench;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Another command, run to its end. */
final class Run {

    private Run() {}

    /** Shows what it says; its exit code. */
    static int loudly(Path directory, Map<String, String> variables, List<String> command) {
        return run(directory, variables, command, Redirect.INHERIT);
    }

    /** Shows nothing, and does not care how it ended. */
    static void quietly(Path directory, Map<String, String> variables, List<String> command) {
        var unused = run(directory, variables, command, Redirect.DISCARD);
    }

    private static int run(Path directory, Map<String, String> variables, List<String> command, Redirect output) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(variables);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new StackFailure(command.getFirst() + " cannot be run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure(command.getFirst() + " was interrupted.", e);
        }
    }
}
