package io.crossdock.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.layout.FreePorts;
import io.crossdock.local.layout.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One life of the whole stack, from the built artefacts, on ports and in a directory of its own: it starts, tells its story, keeps
 * its promises, and leaves nothing running.
 */
class WholeStackIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path HOME = Path.of("target/whole-stack").toAbsolutePath();

    private final Map<String, String> ports = FreePorts.asVariables();

    @BeforeEach
    void forget() {
        Workspace.delete(HOME);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        var unused = crossdock(2, "down");
    }

    @Test
    void shouldTellEveryOrderAsItIsAndLeaveNothingRunning() throws IOException, InterruptedException {
        // Given
        Said up = crossdock(4, "up", "--detach", "--no-activity");
        assertThat(up.exitCode()).as(up.text()).isZero();
        assertThat(up.text())
                .containsPattern("ready in \\d+ s http://127\\.0\\.0\\.1:" + ports.get("CROSSDOCK_PORT_APP"));

        // When
        Said demo = crossdock(3, "demo");
        Said activity = crossdock(4, "prove", "activity", "--orders=40", "--short");
        Said poison = crossdock(4, "prove", "poison", "--short");
        Said down = crossdock(2, "down");

        // Then
        assertThat(demo.exitCode()).as(demo.text()).isZero();
        assertThat(activity.exitCode()).as(activity.text()).isZero();
        assertThat(activity.text()).contains("verdict: pass");
        assertThat(poison.exitCode()).as(poison.text()).isZero();
        assertThat(poison.text()).contains("verdict: pass");
        assertThat(down.exitCode()).as(down.text()).isZero();
        assertThat(left()).isEmpty();
    }

    /** What a command said, errors included. */
    private record Said(int exitCode, String text) {}

    private Said crossdock(int minutes, String... arguments) throws IOException, InterruptedException {
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
        builder.environment().put(Workspace.HOME, HOME.toString());
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

    /** Processes of this stack that still run. */
    private static List<Long> left() {
        return ProcessHandle.allProcesses()
                .filter(each -> each.pid() != ProcessHandle.current().pid())
                .filter(each -> commandLine(each.pid()).contains(HOME + "/"))
                .map(ProcessHandle::pid)
                .toList();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }
}
