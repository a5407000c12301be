package io.crossdock.local.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A controller and a broker in one process. The broker starts once no controller takes its last life for alive.
 *
 * <p>Kafka's own server starts it at once. A broker that was killed then reads metadata that call it leader, loads what
 * transactions were open, and would end them; until its session is over it can tell nobody, and when the controller
 * gives it up, partitions without a leader count as deleted (KAFKA-20734, not mended in 4.3.1): their transactions stay
 * open for ever, and nobody who reads committed records comes past them. A new registration is refused until that same
 * moment, so waiting first costs no more than what would have been read meanwhile.
 */
final class CombinedNode {

    private static final Logger LOG = LoggerFactory.getLogger(CombinedNode.class);

    private final int number;
    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;

    CombinedNode(KafkaConfig config) {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> directory =
                KafkaRaftServer.initializeLogDirs(config, LOG, "");
        number = config.nodeId();
        shared = new SharedServer(
                config,
                directory._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directory._2());
        broker = new BrokerServer(shared);
    }

    /** Returns once the broker serves. */
    void start() throws Exception {
        controller.startup();
        GivenUp givenUp = new GivenUp(number);
        shared.loader().installPublishers(List.of(givenUp)).get();
        LOG.info("waiting until no controller takes broker {} for alive", number);
        givenUp.reached().get();
        shared.loader().removeAndClosePublisher(givenUp).get();
        broker.startup();
        LOG.info("broker {} serves", number);
    }

    /** Ends the broker while the controller can still hand over what it leads, then the controller. */
    void stop() {
        broker.shutdown();
        controller.shutdown();
    }
}
