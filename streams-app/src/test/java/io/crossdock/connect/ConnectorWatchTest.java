package io.crossdock.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R149, against a worker that answers what it is told to. */
class ConnectorWatchTest {

    private static final String RUNNING = "RUNNING";
    private static final String FAILED = "FAILED";

    private final HttpServer connect;
    private final List<String> restarted = new ArrayList<>();
    private final Troubles troubles = new Troubles(Set.of("crm-sink"));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private String task = RUNNING;
    private String trace = "the disk is full";
    private int status = 204;

    ConnectorWatchTest() throws IOException {
        connect = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void answer() {
        connect.createContext("/", exchange -> {
            boolean asks = exchange.getRequestMethod().equals("GET");
            if (!asks) {
                restarted.add(exchange.getRequestURI().getPath());
            }
            byte[] body = asks ? statuses().getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.sendResponseHeaders(asks ? 200 : status, asks ? body.length : -1);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        connect.start();
        troubles.claim();
    }

    @AfterEach
    void stop() {
        connect.stop(0);
    }

    @Test
    void shouldStartAFailedTaskAgainAfterAWhileAndLeaveOthersConnectorsAlone() throws InterruptedException {
        try (ConnectorWatch watch = watch()) {
            // When
            task = FAILED;
            watch.look();
            List<String> atOnce = List.copyOf(restarted);
            after(Duration.ofSeconds(10), watch);

            // Then
            assertThat(atOnce).isEmpty();
            assertThat(restarted).containsExactly("/connectors/crm-sink/tasks/0/restart");
            assertThat(metrics.counter("crossdock.connector.restarts", "connector", "crm-sink")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldGiveUpAfterFiveTimesAndSayWhatToDoUntilItRuns() throws InterruptedException {
        try (ConnectorWatch watch = watch()) {
            // When: whatever is done, it fails
            task = FAILED;
            for (int look = 0; look < 200; look++) {
                after(Duration.ofSeconds(5), watch);
            }
            String said = troubles.now().get("crm-sink");
            task = RUNNING;
            after(Duration.ofSeconds(5), watch);

            // Then
            assertThat(restarted).hasSize(5);
            assertThat(said)
                    .isEqualTo("crm-sink task 0 has failed and was started again 5 times in vain: the disk is full."
                            + " What it reads or tells waits, and nothing is lost. Mend the cause, then POST"
                            + " /connectors/crm-sink/tasks/0/restart at Connect.");
            assertThat(troubles.now()).isEmpty();
        }
    }

    @Test
    void shouldSayWhatToDoWhereTheLogIsGoneThatWasToBeReadNext() throws InterruptedException {
        try (ConnectorWatch watch = watch()) {
            // When: a binlog was purged while nobody read it
            trace =
                    "io.debezium.DebeziumException: The connector is trying to read change stream starting at file binlog.000007,"
                            + " but this is no longer available on the server. Reconfigure the connector to use a snapshot mode when needed.";
            task = FAILED;
            for (int look = 0; look < 200; look++) {
                after(Duration.ofSeconds(5), watch);
            }

            // Then
            assertThat(troubles.now().get("crm-sink"))
                    .contains("binlog.000007", "deleted its log", "DELETE its offsets", "reads every table anew")
                    .doesNotContain("nothing is lost");
        }
    }

    @Test
    void shouldFindTheReasonUnderWhatWasThrown() throws InterruptedException {
        try (ConnectorWatch watch = watch()) {
            // When: as MariaDB's connector says it, three causes deep
            trace =
                    "org.apache.kafka.connect.errors.ConnectException: An exception occurred in the change event producer."
                            + "\\n\\tat io.debezium.pipeline.ErrorHandler.setProducerThrowable(ErrorHandler.java:67)"
                            + "\\nCaused by: io.debezium.DebeziumException: Error code: 1236"
                            + "\\n\\t... 5 more"
                            + "\\nCaused by: com.github.shyiko.mysql.binlog.network.ServerException: Could not find GTID state"
                            + " requested by slave in any binlog files. Probably the slave state is too old and required binlog"
                            + " files have been purged.";
            task = FAILED;
            for (int look = 0; look < 200; look++) {
                after(Duration.ofSeconds(5), watch);
            }

            // Then
            assertThat(troubles.now().get("crm-sink"))
                    .contains(
                            "change event producer. Caused by: com.github",
                            "have been purged. The source has deleted its log")
                    .doesNotContain("ErrorHandler", "nothing is lost");
        }
    }

    @Test
    void shouldBeginAnewAfterItHasRunForLong() throws InterruptedException {
        try (ConnectorWatch watch = watch()) {
            // Given: it fails once in a quarter of an hour
            for (int time = 0; time < 8; time++) {
                task = FAILED;
                watch.look();
                after(Duration.ofSeconds(10), watch);
                task = RUNNING;
                watch.look();
                after(Duration.ofMinutes(15), watch);
            }

            // Then
            assertThat(restarted).hasSize(8);
            assertThat(troubles.now()).isEmpty();
        }
    }

    @Test
    void shouldTryAgainWhenTheWorkerDoesNotTakeTheRestart() throws InterruptedException {
        try (ConnectorWatch watch = watch()) {
            // Given: it is rebalancing
            status = 409;
            task = FAILED;
            watch.look();
            after(Duration.ofSeconds(10), watch);

            // When
            status = 204;
            after(Duration.ofSeconds(5), watch);
            after(Duration.ofSeconds(5), watch);

            // Then
            assertThat(restarted).hasSize(2);
        }
    }

    @Test
    void shouldLookAfterNothingWhereAnotherInstanceDoes() throws InterruptedException {
        troubles.release();
        try (ConnectorWatch watch = watch()) {
            // When
            task = FAILED;
            watch.look();
            after(Duration.ofSeconds(10), watch);

            // Then
            assertThat(restarted).isEmpty();
        }
    }

    private void after(Duration time, ConnectorWatch watch) throws InterruptedException {
        now = now.plus(time);
        watch.look();
    }

    private ConnectorWatch watch() {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        String url = "http://127.0.0.1:" + connect.getAddress().getPort();
        return new ConnectorWatch(
                new ConnectWorker(url, Duration.ofSeconds(30)), troubles, new Restarts(metrics), clock);
    }

    private String statuses() {
        return """
                {"crm-sink": {"status": {"connector": {"state": "RUNNING"},
                    "tasks": [{"id": 0, "state": "%s", "trace": "%s\\n\\tat a.b.C"}]}},
                 "theirs": {"status": {"connector": {"state": "FAILED"}, "tasks": [{"id": 0, "state": "FAILED"}]}}}
                """.formatted(task, trace);
    }
}
