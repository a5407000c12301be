package io.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.LoggedLines;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamThreadsTest {

    @RegisterExtension
    final LoggedLines log = new LoggedLines(StreamThreads.class.getName());

    private final CountDownLatch held = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("crossdock-1-StreamThread-1").start(this::standStill);
    private Duration sinceAsked = Duration.ZERO;
    private final StreamThreads threads = new StreamThreads(() -> sinceAsked);

    @BeforeEach
    void stands() {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void lets() throws InterruptedException {
        held.countDown();
        thread.join();
        threads.close();
    }

    private void standStill() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void shouldSayOnceWhereAThreadStands() {
        // When
        looks(31);
        looks(36);

        // Then
        assertThat(log.said())
                .singleElement()
                .asString()
                .startsWith("No records have been asked for since 31 s.")
                .contains("crossdock-1-StreamThread-1 is WAITING", "StreamThreadsTest.standStill");
    }

    @Test
    void shouldSayThatItGoesOn() {
        // When
        looks(31);
        looks(0);
        looks(0);

        // Then
        assertThat(log.said()).hasSize(2).last().isEqualTo("Records are asked for again.");
    }

    @Test
    void shouldBeQuietWhileRecordsAreAskedFor() {
        // When
        looks(29);

        // Then
        assertThat(log.said()).isEmpty();
    }

    private void looks(int secondsSince) {
        sinceAsked = Duration.ofSeconds(secondsSince);
        threads.look();
    }
}
