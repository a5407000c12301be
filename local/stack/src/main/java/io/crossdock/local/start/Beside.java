package io.crossdock.local.start;

import io.crossdock.local.layout.FreePorts;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.JavaProgram;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a program of ours with free ports and an empty directory, so that the stack it starts meets no other one. */
public final class Beside {

    private Beside() {}

    /** Runs a main class of the launcher with little heap and no arguments; returns its exit code. */
    public static int run(Workspace workspace, Class<?> program) {
        return run(
                workspace,
                List.of("-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
                System.getProperty("java.class.path"),
                List.of(program.getName()),
                Map.of());
    }

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
        try {
            Path home = Files.createTempDirectory("crossdock-beside");
            Map<String, String> all = new HashMap<>(FreePorts.asVariables());
            all.put(Workspace.HOME, home.toString());
            all.putAll(variables);
            int exit = JavaProgram.run(workspace, options, classPath, program, all);
            if (exit == 0) {
                Workspace.delete(home);
            } else {
                System.err.println("The logs of its processes are in " + home.resolve("logs") + ".");
            }
            return exit;
        } catch (IOException e) {
            throw new StackFailure("A stack beside the usual one cannot be started: " + e.getMessage() + ".", e);
        }
    }
}
