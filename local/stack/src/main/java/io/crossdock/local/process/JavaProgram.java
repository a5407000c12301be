package io.crossdock.local.process;

import io.crossdock.local.layout.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a program of ours in a JVM of its own: the launcher's is small and compiles no further than quick to start, which is
 * nothing to compute with.
 */
public final class JavaProgram {

    private JavaProgram() {}

    /**
     * Runs it to its end, on this terminal.
     *
     * @param options of the JVM
     * @param classPath of the program
     * @param program main class and arguments
     * @param variables added to the environment
     * @return its exit code
     */
    public static int run(
            Workspace workspace,
            List<String> options,
            String classPath,
            List<String> program,
            Map<String, String> variables) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dlogback.configurationFile=logback-launcher.xml");
        command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        command.addAll(List.of("-D" + Workspace.PROPERTY + "=" + workspace.root(), "-cp", classPath));
        command.addAll(program);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().putAll(variables);
            Process process = builder.start();
            // Whoever ends us means the program too; it ends what it has started.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "end"));
            return process.waitFor();
        } catch (IOException e) {
            throw new StackFailure("A JVM cannot be started (" + command.getFirst() + "): " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
