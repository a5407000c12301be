package io.crossdock.local.server;

import io.crossdock.local.layout.ClassPath;
import io.crossdock.local.layout.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM of the stack: small, quick to start, marked as ours. */
final class JavaCommand {

    /** For servers with little to do: half the work at the start and less memory, at the price of slower code later. */
    static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    private JavaCommand() {}

    /**
     * The words of the command.
     *
     * @param heap largest heap, in MiB
     * @param options more options of the JVM
     * @param program main class, or {@code -jar} and a file; then its arguments
     */
    static List<String> of(Workspace workspace, int heap, List<String> options, List<String> program) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + heap + "m");
        words.addAll(List.of(
                "-Xms16m",
                // One collector thread and small bookkeeping: the whole stack shares two cores and 2.5 GiB.
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                // Else class loading alone causes three full collections, the last of them a minute after the start.
                "-XX:MetaspaceSize=160m",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+UseCompactObjectHeaders",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.net.preferIPv4Stack=true",
                "-Dcrossdock.run=" + workspace.mark() + "run"));
        words.addAll(options);
        words.addAll(program);
        return words;
    }

    /** Options and program of a main class of ours. */
    static List<String> of(Workspace workspace, int heap, ClassPath classPath, List<String> program) {
        return of(workspace, heap, List.of("-cp", classPath.asArgument()), program);
    }
}
