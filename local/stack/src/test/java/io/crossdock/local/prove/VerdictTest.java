package io.crossdock.local.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private final Verdict verdict = new Verdict();

    @Test
    void shouldPassWhenEveryCheckHolds() {
        // Given
        verdict.check("one", true, "1 of 1");
        verdict.check("two", true, "2 of 2");

        // When
        String line = verdict.line();

        // Then
        assertThat(line).isEqualTo("verdict: pass, 2 checks");
        assertThat(verdict.exitCode()).isZero();
    }

    @Test
    void shouldNameWhatDoesNotHold() {
        // Given
        verdict.check("one", true, "1 of 1");
        verdict.check("two", false, "1 of 2");

        // When
        String line = verdict.line();

        // Then
        assertThat(line).isEqualTo("verdict: fail, 1 of 2 checks: two");
        assertThat(verdict.exitCode()).isEqualTo(1);
    }

    @Test
    void shouldFailWhenAToolIsMissing() {
        // Given
        verdict.add(Check.notRun("a tool reads", "it is not installed"));

        // When
        String printed = printed();

        // Then
        assertThat(printed).contains("FAIL  a tool reads  not run: it is not installed");
        assertThat(verdict.exitCode()).isEqualTo(1);
    }

    @Test
    void shouldFailWhenNothingWasChecked() {
        // When
        String line = verdict.line();

        // Then
        assertThat(line).startsWith("verdict: fail");
        assertThat(verdict.exitCode()).isEqualTo(1);
    }

    @Test
    void shouldEndWithTheVerdictLine() {
        // Given
        verdict.check("one", true, "1 of 1");

        // When
        String printed = printed();

        // Then
        assertThat(printed.strip().lines().reduce("", (before, line) -> line)).isEqualTo("verdict: pass, 1 checks");
    }

    private String printed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        verdict.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
