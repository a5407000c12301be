package io.crossdock.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.layout.FreePorts;
import io.crossdock.local.layout.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One life of the whole stack, from the built artefacts, on ports and in a directory of its own: it starts, tells its story, keeps
 * its promises, and leaves nothing running.
 */
class WholeStackIT {

    private static final Path HOME = Path.of("target/whole-stack").toAbsolutePath();

    private final Map<String, String> ports = FreePorts.asVariables();
    private final Launcher crossdock = new Launcher(HOME, ports);

    @BeforeEach
    void forget() {
        Workspace.delete(HOME);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        var unused = crossdock.run(2, "down");
    }

    @Test
    void shouldTellEveryOrderAsItIsAndLeaveNothingRunning() throws IOException, InterruptedException {
        // Given
        Launcher.Said up = crossdock.run(4, "up", "--detach", "--no-activity");
        assertThat(up.exitCode()).as(up.text()).isZero();
        assertThat(up.text())
                .containsPattern("ready in \\d+ s http://127\\.0\\.0\\.1:" + ports.get("CROSSDOCK_PORT_APP"));

        // When
        Launcher.Said demo = crossdock.run(3, "demo");
        Launcher.Said activity = crossdock.run(4, "prove", "activity", "--orders=40", "--short");
        Launcher.Said poison = crossdock.run(4, "prove", "poison", "--short");
        Launcher.Said loop = crossdock.run(10, "prove", "loop", "--short");
        Launcher.Said down = crossdock.run(2, "down");

        // Then
        assertThat(demo.exitCode()).as(demo.text()).isZero();
        assertThat(activity.exitCode()).as(activity.text()).isZero();
        assertThat(activity.text()).contains("verdict: pass");
        assertThat(poison.exitCode()).as(poison.text()).isZero();
        assertThat(poison.text()).contains("verdict: pass");
        assertThat(loop.exitCode()).as(loop.text()).isZero();
        assertThat(loop.text()).contains("verdict: pass");
        assertThat(down.exitCode()).as(down.text()).isZero();
        assertThat(left()).isEmpty();
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
