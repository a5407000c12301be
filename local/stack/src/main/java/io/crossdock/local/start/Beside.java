package io.crossdock.local.start;

import io.crossdock.local.layout.FreePorts;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a program of ours with free ports and an empty directory, so that the stack it starts meets no other one. */
public final class Beside {

    private Beside() {}

    /**
     * Runs it to its end; its directory is deleted if it went well, and kept, for its logs, if not.
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
        command.addAll(List.of("-D" + Workspace.PROPERTY + "=" + workspace.root(), "-cp", classPath));
        command.addAll(program);
        try {
            Path home = Files.createTempDirectory("crossdock-beside");
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().putAll(FreePorts.asVariables());
            builder.environment().put(Workspace.HOME, home.toString());
            builder.environment().putAll(variables);
            Process process = builder.start();
            // Whoever ends us means the program too; it ends what it has started.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "end"));
            int exit = process.waitFor();
            if (exit == 0) {
                Workspace.delete(home);
            } else {
                System.err.println("The logs of its processes are in " + home.resolve("logs") + ".");
            }
            return exit;
        } catch (IOException e) {
            throw new StackFailure("A stack beside the usual one cannot be started: " + e.getMessage() + ".", e);
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
