package io.crossdock.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own process, killed with signal 9 while a transaction is open. */
class KilledBrokerTest {

    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final File LOG = new File("target/killed-broker.log");

    @TempDir
    Path directory;

    private int port;
    private int controllerPort;
    private Process broker;

    @BeforeEach
    void start() throws IOException {
        port = freePort();
        controllerPort = freePort();
        broker = run();
    }

    @AfterEach
    void end() throws InterruptedException {
        broker.destroyForcibly().waitFor();
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void shouldEndATransactionThatWasOpenWhenTheBrokerDied() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            // Given
            admin.createTopics(List.of(new NewTopic("orders", Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            try (KafkaProducer<String, String> producer = producer()) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("orders", "S1", "open")).get();

                // When
                broker.destroyForcibly().waitFor();
                broker = run();

                // Then
                Instant latest = Instant.now().plus(PATIENCE);
                while (end(admin, IsolationLevel.READ_COMMITTED) < 2
                        && Instant.now().isBefore(latest)) {
                    Thread.sleep(500);
                }
                assertThat(end(admin, IsolationLevel.READ_COMMITTED))
                        .as("the record and its abort marker can be passed by who reads committed records")
                        .isEqualTo(2)
                        .isEqualTo(end(admin, IsolationLevel.READ_UNCOMMITTED));
            }
        }
    }

    private static long end(Admin admin, IsolationLevel level) throws InterruptedException, ExecutionException {
        return admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()), new ListOffsetsOptions(level))
                .partitionResult(PARTITION)
                .get()
                .offset();
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + port,
                        "transactional.id",
                        "crossdock",
                        "transaction.timeout.ms",
                        1_000),
                new StringSerializer(),
                new StringSerializer());
    }

    private Process run() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Broker.class.getName(),
                        directory.toString(),
                        String.valueOf(port),
                        String.valueOf(controllerPort),
                        "1",
                        "1@127.0.0.1:" + controllerPort)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
