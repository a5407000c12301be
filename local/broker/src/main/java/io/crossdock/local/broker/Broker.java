package io.crossdock.local.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;

/** Runs one broker in this process: {@code Broker <data directory> <broker port> <controller port> <node> <voters>}. */
public final class Broker {

    private static final int ARGUMENTS = 5;

    private Broker() {}

    /**
     * Formats the directory if it is empty, serves, and ends cleanly on SIGTERM.
     *
     * @param args data directory, port of the broker, port of the controller, its number, and all controllers
     */
    public static void main(String[] args) throws Exception {
        if (args.length != ARGUMENTS) {
            System.err.println("Usage: Broker <data directory> <broker port> <controller port> <node> <voters>");
            System.exit(64);
        }
        BrokerSettings settings = new BrokerSettings(
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                new Voters(Integer.parseInt(args[3]), args[4]),
                Protection.of(System.getenv()));
        LogDirectory.format(settings);
        CombinedNode node = new CombinedNode(KafkaConfig.fromProps(settings.asProperties()));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            node.stop();
            ended.countDown();
        }));
        node.start();
        ended.await();
    }
}
