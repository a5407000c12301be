package io.crossdock.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WatchTest {

    private final StringWriter screen = new StringWriter();

    @Test
    void shouldDrawEachAnswerInThePlaceOfTheOneBeforeUntilOneIsBad() {
        // Given
        Iterator<Answer> answers = List.of(new Answer("a\nb\n", ExitCode.FINE), new Answer("c\n", ExitCode.NO))
                .iterator();

        // When
        ExitCode exitCode = new Watch(new PrintWriter(screen), 24, Duration.ZERO).run(answers::next);

        // Then
        assertThat(screen).hasToString("\u001b[Ha\u001b[K\nb\u001b[K\n\u001b[J" + "\u001b[Hc\u001b[K\n\u001b[J");
        assertThat(exitCode).isEqualTo(ExitCode.NO);
    }

    @Test
    void shouldKeepTheTopInSightWhenNotAllFits() {
        // When
        new Watch(new PrintWriter(screen), 5, Duration.ZERO).run(() -> new Answer("a\nb\nc\nd\ne\n", ExitCode.NO));

        // Then
        assertThat(screen.toString().replaceAll("\u001b\\[.", "")).isEqualTo("a\nb\nc\n… 2 more lines\n");
    }

    @Test
    void shouldWaitForAServerThatIsAway() {
        // Given
        Iterator<Supplier<Answer>> answers = List.<Supplier<Answer>>of(
                        () -> {
                            throw new ClientFailure(ExitCode.UNAVAILABLE, "Nobody listens.");
                        },
                        () -> new Answer("back\n", ExitCode.NO))
                .iterator();

        // When
        new Watch(new PrintWriter(screen), Watch.NO_REDRAW, Duration.ZERO)
                .run(() -> answers.next().get());

        // Then
        assertThat(screen.toString()).containsSubsequence("Nobody listens.", "back");
    }
}
