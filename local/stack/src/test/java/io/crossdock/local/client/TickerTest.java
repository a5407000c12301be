package io.crossdock.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TickerTest {

    private final StringWriter screen = new StringWriter();

    @Test
    void shouldDrawInOnePlaceOfATerminalAndClearItInTheEnd() {
        // Given
        Ticker ticker = new Ticker(new PrintWriter(screen), true, 10);

        // When
        ticker.show("reading", "10 %");
        ticker.show("reading", "12345678901234");
        ticker.end();
        ticker.end();

        // Then
        assertThat(screen).hasToString("\r10 %\u001b[K" + "\r123456789\u001b[K" + "\r\u001b[K");
    }

    @Test
    void shouldTellOnlyWhatBeginsWhereNothingCanBeRedrawn() {
        // Given
        Ticker ticker = new Ticker(new PrintWriter(screen), false, 10);

        // When
        ticker.show("reading", "10 % of it is read");
        ticker.show("reading", "20 % of it is read");
        ticker.show("publishing", "publishing");
        ticker.end();

        // Then
        assertThat(screen).hasToString("10 % of it is read\npublishing\n");
    }
}
