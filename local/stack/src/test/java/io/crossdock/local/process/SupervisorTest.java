package io.crossdock.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.local.process.ChildSpec.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private static final String MARK = "crossdock-test-mark";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Supervisor supervisor = supervisor();

    @BeforeEach
    void newSupervisor() {
        supervisor = supervisor();
    }

    @AfterEach
    void endAll() {
        supervisor.endAll();
    }

    @Test
    void shouldStartAgainAProcessThatWasKilled() {
        // Given
        supervisor.start(spec("app", "sleep 60", Kind.SERVICE));
        long first = pid("app");

        // When
        Signals.send(first, "KILL");

        // Then
        await(() -> isAnother("app", first));
        await(() -> said.toString(StandardCharsets.UTF_8).contains("answers again"));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("was ended by signal 9, starting it again");
        assertThat(supervisor.failure()).isNotDone();
    }

    @Test
    void shouldStartAgainAProcessThatIsKilledOnceMoreBeforeItAnswers() throws IOException {
        // Given
        Path answers = Files.createFile(directory.resolve("answers"));
        supervisor.start(new ChildSpec(
                "app",
                List.of("sh", "-c", "sleep 60; : " + MARK),
                Map.of(),
                directory,
                () -> Files.exists(answers),
                Duration.ofSeconds(10),
                "TERM",
                Kind.SERVICE));
        long first = pid("app");
        Files.delete(answers);

        // When
        Signals.send(first, "KILL");
        await(() -> isAnother("app", first));
        long second = pid("app");
        Signals.send(second, "KILL");
        await(() -> isAnother("app", second));
        Files.createFile(answers);

        // Then
        await(() -> said.toString(StandardCharsets.UTF_8).contains("answers again"));
        assertThat(supervisor.failure()).isNotDone();
    }

    @Test
    void shouldWaitForAProcessThatIsSlowToAnswerAgain() throws IOException {
        // Given
        Path answers = Files.createFile(directory.resolve("answers"));
        supervisor.start(new ChildSpec(
                "app",
                List.of("sh", "-c", "sleep 60; : " + MARK),
                Map.of(),
                directory,
                () -> Files.exists(answers),
                Duration.ofMillis(300),
                "TERM",
                Kind.SERVICE));
        long first = pid("app");
        Files.delete(answers);

        // When: it takes longer than a first start may
        Signals.send(first, "KILL");
        await(() -> said.toString(StandardCharsets.UTF_8).contains("waiting on"));
        assertThat(supervisor.failure()).isNotDone();
        Files.createFile(answers);

        // Then
        await(() -> said.toString(StandardCharsets.UTF_8).contains("answers again"));
        assertThat(supervisor.failure()).isNotDone();
    }

    @Test
    void shouldStartADatabaseAgainToo() {
        // Given
        supervisor.start(spec("erp", "sleep 60", Kind.DATABASE));
        long first = pid("erp");

        // When
        Signals.send(first, "KILL");

        // Then
        await(() -> said.toString(StandardCharsets.UTF_8).contains("answers again"));
        assertThat(pid("erp")).isNotEqualTo(first);
        assertThat(supervisor.failure()).isNotDone();
    }

    @Test
    void shouldGiveUpOnAProcessThatCannotRun() throws Exception {
        // Given
        supervisor.start(spec("app", "echo disk full; sleep 0.1; exit 3", Kind.SERVICE));

        // When
        StackFailure failure = supervisor.failure().get(20, TimeUnit.SECONDS);

        // Then
        assertThat(failure)
                .hasMessageContaining("Given up after 5 restarts in a minute")
                .hasMessageContaining("app ended with exit code 3")
                .hasMessageContaining("disk full");
    }

    @Test
    void shouldNotStartWhenTheProcessEndsBeforeItAnswers() {
        ChildSpec never = new ChildSpec(
                "app",
                List.of("sh", "-c", "echo no such table; exit 1"),
                Map.of(),
                directory,
                () -> false,
                Duration.ofSeconds(10),
                "TERM",
                Kind.SERVICE);
        assertThatThrownBy(() -> supervisor.start(never))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("app ended with exit code 1")
                .hasMessageContaining("no such table");
    }

    @Test
    void shouldEndADatabaseAfterItsUsersEvenWhenItStartedLast() {
        // Given
        supervisor.start(spec("connect", "sleep 60", Kind.SERVICE));
        supervisor.start(spec("erp", "sleep 60", Kind.DATABASE));

        // When
        supervisor.endAll();

        // Then
        assertThat(said.toString(StandardCharsets.UTF_8)).containsSubsequence("connect    ending", "erp        ending");
    }

    @Test
    void shouldLeaveNothingRunningAfterTheEnd() {
        // Given
        supervisor.start(spec("broker", "sleep 60", Kind.SERVICE));
        supervisor.start(spec("app", "sleep 60", Kind.SERVICE));
        ProcessEntry broker = new ProcessEntry(pid("broker"));
        ProcessEntry app = new ProcessEntry(pid("app"));

        // When
        supervisor.endAll();

        // Then
        assertThat(broker.isAlive() || app.isAlive()).isFalse();
        assertThat(Files.exists(directory.resolve("app.pid"))).isFalse();
        assertThatThrownBy(() -> supervisor.start(spec("late", "sleep 60", Kind.SERVICE)))
                .isInstanceOf(StackFailure.class);
    }

    private Supervisor supervisor() {
        return new Supervisor(
                directory, directory, MARK, new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)));
    }

    private ChildSpec spec(String name, String script, Kind kind) {
        return new ChildSpec(
                name,
                List.of("sh", "-c", script + "; : " + MARK),
                Map.of(),
                directory,
                () -> true,
                Duration.ofSeconds(10),
                "TERM",
                kind);
    }

    private boolean isAnother(String name, long pid) {
        return PidFile.of(directory, name, MARK)
                .running()
                .filter(entry -> entry.pid() != pid)
                .isPresent();
    }

    private long pid(String name) {
        return PidFile.of(directory, name, MARK).running().orElseThrow().pid();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            Pause.millis(20);
        }
    }
}
