package io.crossdock.local.broker;

import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a broker: loopback only, as many copies of everything as there are brokers, short pauses.
 *
 * @param directory where topics and metadata are kept
 * @param brokerPort port for clients
 * @param controllerPort port for the broker's own controller
 * @param voters its place among others
 * @param protection what keeps strangers out; null if nothing does
 */
record BrokerSettings(
        Path directory,
        int brokerPort,
        int controllerPort,
        Voters voters,
        @Nullable Protection protection) {

    static final String CONTROLLER = "CONTROLLER";
    private static final String BROKER = "BROKER";

    Properties asProperties() {
        Properties all = new Properties();
        all.setProperty("process.roles", "broker,controller");
        all.setProperty("node.id", String.valueOf(voters.node()));
        all.setProperty("log.dirs", directory.toString());
        all.setProperty(
                "listeners",
                BROKER + "://127.0.0.1:" + brokerPort + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        all.setProperty("advertised.listeners", BROKER + "://127.0.0.1:" + brokerPort);
        all.setProperty("listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        all.setProperty("inter.broker.listener.name", BROKER);
        all.setProperty("controller.listener.names", CONTROLLER);
        all.setProperty("controller.quorum.voters", voters.all());
        copies(all);
        shortPauses(all);
        smallFootprint(all);
        if (protection != null) {
            protection.addTo(all, BROKER, CONTROLLER);
        }
        return all;
    }

    private void copies(Properties all) {
        String copies = String.valueOf(voters.copies());
        String leastInSync = String.valueOf(voters.leastInSync());
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            all.setProperty(topic + ".replication.factor", copies);
        }
        all.setProperty("transaction.state.log.min.isr", leastInSync);
        all.setProperty("share.coordinator.state.topic.min.isr", leastInSync);
        all.setProperty("default.replication.factor", copies);
        all.setProperty("min.insync.replicas", leastInSync);
        all.setProperty("auto.create.topics.enable", "false");
    }

    /** A consumer group forms at once, and a transaction's retry does not sleep for 20 ms. */
    private static void shortPauses(Properties all) {
        all.setProperty("group.initial.rebalance.delay.ms", "0");
        all.setProperty("add.partitions.to.txn.retry.backoff.ms", "1");
        all.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }

    private static void smallFootprint(Properties all) {
        all.setProperty("num.network.threads", "2");
        all.setProperty("num.io.threads", "4");
        all.setProperty("offsets.topic.num.partitions", "4");
        all.setProperty("transaction.state.log.num.partitions", "4");
        all.setProperty("share.coordinator.state.topic.num.partitions", "1");
        all.setProperty("num.partitions", "1");
        all.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
        all.setProperty("log.cleaner.threads", "1");
        all.setProperty("log.segment.bytes", "67108864");
        all.setProperty("log.index.size.max.bytes", "1048576");
        all.setProperty("log.retention.check.interval.ms", "60000");
        all.setProperty("metadata.log.segment.bytes", "16777216");
    }
}
