package io.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StreamThreadsTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(StreamThreads.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("crossdock-1-StreamThread-1").start(this::standStill);
    private Duration sinceAsked = Duration.ZERO;
    private final StreamThreads threads = new StreamThreads(() -> sinceAsked);

    @BeforeEach
    void listens() {
        log.start();
        logger.addAppender(log);
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void lets() throws InterruptedException {
        held.countDown();
        thread.join();
        threads.close();
        logger.detachAppender(log);
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
        assertThat(log.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .startsWith("No records have been asked for since 31 s.")
                        .contains("crossdock-1-StreamThread-1 is WAITING", "StreamThreadsTest.standStill"));
    }

    @Test
    void shouldSayThatItGoesOn() {
        // When
        looks(31);
        looks(0);
        looks(0);

        // Then
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .last()
                .isEqualTo("Records are asked for again.");
        assertThat(log.list).hasSize(2);
    }

    @Test
    void shouldBeQuietWhileRecordsAreAskedFor() {
        // When
        looks(29);

        // Then
        assertThat(log.list).isEmpty();
    }

    private void looks(int secondsSince) {
        sinceAsked = Duration.ofSeconds(secondsSince);
        threads.look();
    }
}
