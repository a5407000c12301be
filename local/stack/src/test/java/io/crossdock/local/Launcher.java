package io.crossdock.local;

import io.crossdock.local.layout.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as {@code ./crossdock} does, from the built artefacts, in a directory and on ports of their own. */
record Launcher(Path home, Map<String, String> ports) {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** What a command said, errors included. */
    record Said(int exitCode, String text) {}

    /** What the command says; exit code 124 if it did not end in time. */
    Said run(int minutes, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-D" + Workspace.PROPERTY + "=" + ROOT,
                "-cp",
                Path.of("target/classes").toAbsolutePath() + ":" + Files.readString(Path.of("target/classpath.txt")),
                "io.crossdock.local.Main"));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("whole-stack", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(ports);
        builder.environment().put(Workspace.HOME, home.toString());
        Process process = builder.start();
        boolean ended = process.waitFor(minutes, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(said);
        Files.delete(said);
        System.out.println(String.join(" ", arguments) + ": exit " + process.exitValue() + "\n" + text);
        return new Said(ended ? process.exitValue() : 124, text);
    }
}
