package io.crossdock.local.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** Runs one broker in this process: {@code Broker <data directory> <broker port> <controller port>}. */
public final class Broker {

    private Broker() {}

    /**
     * Formats the directory if it is empty, serves, and ends cleanly on SIGTERM.
     *
     * @param args data directory, port of the broker, port of the controller
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("Usage: Broker <data directory> <broker port> <controller port>");
            System.exit(64);
        }
        BrokerSettings settings =
                new BrokerSettings(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        LogDirectory.format(settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings.asProperties()), Time.SYSTEM);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.shutdown();
            ended.countDown();
        }));
        server.startup();
        ended.await();
    }
}
