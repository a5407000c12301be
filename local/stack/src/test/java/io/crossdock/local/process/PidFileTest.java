package io.crossdock.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    private static final String MARK = "/somewhere/.crossdock/";

    @TempDir
    private Path run;

    @Test
    void shouldFindAProcessThatCarriesOurMark() throws Exception {
        // Given
        Process ours = new ProcessBuilder("sh", "-c", "sleep 60; : " + MARK + "run").start();
        PidFile file = PidFile.of(run, "app", MARK);
        file.write(ours.pid());

        try {
            // When, Then
            assertThat(file.running()).map(ProcessEntry::pid).contains(ours.pid());
            assertThat(PidFile.in(run, MARK)).containsExactly(file);
        } finally {
            ours.descendants().forEach(ProcessHandle::destroyForcibly);
            ours.destroyForcibly();
        }
    }

    @Test
    void shouldFindAProcessWhileItIsBecomingAnotherProgram() throws Exception {
        // Given 300 processes, each looked at in the instant in which setsid becomes sh
        PidFile file = PidFile.of(run, "app", MARK);

        for (int i = 0; i < 300; i++) {
            Process ours = new ProcessBuilder("setsid", "sh", "-c", "read x; : " + MARK).start();
            file.write(ours.pid());
            try {
                for (int look = 0; look < 10; look++) {
                    // When, Then
                    assertThat(file.running()).map(ProcessEntry::pid).contains(ours.pid());
                }
            } finally {
                ours.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void shouldNotTakeSomebodyElsesProcessForOursWhenItsNumberWasReused() {
        // Given
        PidFile file = PidFile.of(run, "app", MARK);
        file.write(ProcessHandle.current().pid());

        // When, Then
        assertThat(file.running()).isEmpty();
    }

    @Test
    void shouldFindNothingWhenTheProcessHasEnded() throws Exception {
        // Given
        Process ended = new ProcessBuilder("sh", "-c", ": " + MARK).start();
        ended.waitFor();
        PidFile file = PidFile.of(run, "app", MARK);
        file.write(ended.pid());

        // When, Then
        assertThat(file.running()).isEmpty();
    }

    @Test
    void shouldFindNothingInAFileThatHoldsNoNumber() throws Exception {
        Files.writeString(run.resolve("app.pid"), "half a wri");
        assertThat(PidFile.of(run, "app", MARK).running()).isEmpty();
    }

    @Test
    void shouldKillAProcessThatDoesNotEndWhenAsked() throws Exception {
        // Given a process that ignores TERM
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done").start();
        assertThat(deaf.inputReader().readLine()).isEqualTo("ready");

        // When
        boolean byItself = Signals.end(deaf.pid(), "TERM", Duration.ofMillis(300));

        // Then
        assertThat(byItself).isFalse();
        assertThat(deaf.waitFor()).isEqualTo(128 + 9);
    }
}
