package io.crossdock.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crossdock.local.layout.FreePorts;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.monitoring.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One life of the whole stack, from the built artefacts, on ports and in a directory of its own: it starts, tells its story, keeps
 * its promises, is watched, and leaves nothing running.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class WholeStackIT {

    private static final Path HOME = Path.of("target/whole-stack").toAbsolutePath();

    private final Map<String, String> ports = FreePorts.asVariables();
    private final Launcher crossdock = new Launcher(HOME, ports);

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Workspace.delete(HOME);
        Launcher.Said up = crossdock.run(4, "up", "--detach", "--no-activity");
        assertThat(up.exitCode()).as(up.text()).isZero();
        assertThat(up.text())
                .containsPattern("ready in \\d+ s http://127\\.0\\.0\\.1:" + ports.get("CROSSDOCK_PORT_APP"));
    }

    @AfterAll
    void end() throws IOException, InterruptedException {
        var unused = crossdock.run(2, "down");
    }

    @Test
    @Order(1)
    void shouldTellEveryOrderAsItIs() throws IOException, InterruptedException {
        // When
        Launcher.Said demo = crossdock.run(3, "demo");
        Launcher.Said activity = crossdock.run(4, "prove", "activity", "--orders=40", "--short");
        Launcher.Said poison = crossdock.run(4, "prove", "poison", "--short");
        Launcher.Said loop = crossdock.run(10, "prove", "loop", "--short");

        // Then
        assertThat(demo.exitCode()).as(demo.text()).isZero();
        assertThat(activity.exitCode()).as(activity.text()).isZero();
        assertThat(activity.text()).contains("verdict: pass");
        assertThat(poison.exitCode()).as(poison.text()).isZero();
        assertThat(poison.text()).contains("verdict: pass");
        assertThat(loop.exitCode()).as(loop.text()).isZero();
        assertThat(loop.text()).contains("verdict: pass");
    }

    /** After orders have gone through it, so that there is something to see; skipped where there is no Prometheus. */
    @Test
    @Order(2)
    void shouldAnswerEveryQueryOfRulesAndDashboards() throws IOException, InterruptedException {
        assumeTrue(Watch.isPossible(), Watch.missing());

        // When
        List<String> problems;
        try (Watch watch = Watch.start("127.0.0.1:" + ports.get("CROSSDOCK_PORT_MANAGEMENT"))) {
            problems = watch.problems();
        }

        // Then
        assertThat(problems).isEmpty();
    }

    @Test
    @Order(3)
    void shouldLeaveNothingRunning() throws IOException, InterruptedException {
        // When
        Launcher.Said down = crossdock.run(2, "down");

        // Then
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
