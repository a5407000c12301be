package io.crossdock.topology;

import io.crossdock.correlate.CorrelateStage;
import io.crossdock.correlate.HomeRows;
import io.crossdock.flow.NodeName;
import io.crossdock.freshness.HeartbeatStage;
import io.crossdock.freshness.WatermarkStore;
import io.crossdock.normalize.NormalizeStage;
import io.crossdock.operate.OperateStage;
import io.crossdock.operate.Voice;
import io.crossdock.publish.PublishStage;
import io.crossdock.reconcile.ReconcileStage;
import io.crossdock.reconcile.RoundStore;
import io.crossdock.reference.LatestStore;
import io.crossdock.reference.ReferenceStage;
import io.crossdock.reference.ReferenceStore;
import io.crossdock.track.TrackStage;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/**
 * How the stages hang together: one subtopology, so that a record is handled where it lands and a mailbox, its projection and its
 * outbox are one task. Beside it stands what every instance keeps whole: the watermarks of the sources, how they agree with what was heard,
 * and reference data.
 */
public final class CrossdockTopology {

    private final Serdes serdes;
    private final List<String> rawTopics;
    private final List<String> reference;
    private final HeartbeatStage heartbeats;
    private final NormalizeStage normalize;
    private final CorrelateStage correlate;
    private final TrackStage track;
    private final PublishStage publish;
    private final OperateStage operate;
    private final ReconcileStage reconcile;

    /** The stages in the order of the data. */
    public CrossdockTopology(
            Serdes serdes,
            List<String> rawTopics,
            List<String> reference,
            HeartbeatStage heartbeats,
            NormalizeStage normalize,
            CorrelateStage correlate,
            TrackStage track,
            PublishStage publish,
            OperateStage operate,
            ReconcileStage reconcile) {
        this.serdes = serdes;
        this.rawTopics = List.copyOf(rawTopics);
        this.reference = List.copyOf(reference);
        this.heartbeats = heartbeats;
        this.normalize = normalize;
        this.correlate = correlate;
        this.track = track;
        this.publish = publish;
        this.operate = operate;
        this.reconcile = reconcile;
    }

    /** Builds it; {@code config} carries the refusal of unnamed nodes and stores. */
    public Topology build(TopologyConfig config) {
        Topology topology = new Topology(config);
        StringDeserializer keys = new StringDeserializer();
        topology.addSource(NodeName.SOURCE_RAW, keys, new ByteArrayDeserializer(), rawTopics.toArray(String[]::new));
        topology.addSource(NodeName.SOURCE_FACTS, keys, serdes.messages().deserializer(), Topics.FACTS);
        topology.addSource(NodeName.SOURCE_RECEIPTS, keys, serdes.receipts().deserializer(), Topics.RECEIPTS);
        topology.addSource(NodeName.SOURCE_AUDIT, keys, serdes.audit().deserializer(), Topics.AUDIT);
        topology.addSource(NodeName.SOURCE_KEYS, keys, new ByteArrayDeserializer(), Topics.KEYS);

        topology.addGlobalStore(
                WatermarkStore.builder(),
                NodeName.SOURCE_HEARTBEATS,
                keys,
                new ByteArrayDeserializer(),
                Topics.HEARTBEATS,
                NodeName.HEARTBEATS,
                heartbeats);
        reference.forEach(entity -> keep(topology, entity));
        topology.addGlobalStore(
                RoundStore.builder(),
                NodeName.SOURCE_ROUNDS,
                keys,
                serdes.tallies().deserializer(),
                Topics.ROUNDS,
                NodeName.ROUNDS,
                RoundStore.stage());

        topology.addProcessor(NodeName.NORMALIZE, normalize.records(), NodeName.SOURCE_RAW);
        topology.addProcessor(NodeName.MESSAGES, normalize.messages(), NodeName.SOURCE_FACTS);
        topology.addProcessor(NodeName.RECEIPTS, normalize.receipts(), NodeName.SOURCE_RECEIPTS);
        topology.addProcessor(NodeName.CORRELATE, correlate, NodeName.NORMALIZE, NodeName.MESSAGES, NodeName.RECEIPTS);
        topology.addProcessor(NodeName.TRACK, track, NodeName.CORRELATE);
        topology.addProcessor(NodeName.PUBLISH, publish, NodeName.TRACK);
        topology.addProcessor(NodeName.OPERATE, operate, NodeName.SOURCE_AUDIT);
        topology.addProcessor(NodeName.RECONCILE, reconcile, NodeName.SOURCE_KEYS);
        topology.connectProcessorAndStateStores(NodeName.RECONCILE, HomeRows.STORES.toArray(String[]::new));
        topology.connectProcessorAndStateStores(NodeName.RECONCILE, LatestStore.NAME);

        sink(
                topology,
                NodeName.SINK_FACTS,
                Topics.FACTS,
                serdes.messages().serializer(),
                NodeName.NORMALIZE,
                NodeName.CORRELATE,
                NodeName.TRACK);
        sink(
                topology,
                NodeName.SINK_DEAD_LETTERS,
                Topics.DEAD_LETTERS,
                serdes.deadLetters().serializer(),
                NodeName.NORMALIZE);
        reference.forEach(entity -> sink(
                topology,
                NodeName.sinkReference(entity),
                Topics.reference(entity),
                serdes.reference().serializer(),
                NodeName.NORMALIZE));
        published(
                topology,
                NodeName.SINK_STATUS,
                Voice.Of.RECORDS,
                Topics.STATUS,
                serdes.statuses().serializer(),
                NodeName.TRACK);
        published(
                topology,
                NodeName.SINK_EVENTS,
                Voice.Of.EVENTS,
                Topics.EVENTS,
                serdes.events().serializer(),
                NodeName.TRACK);
        published(
                topology,
                NodeName.SINK_EXCEPTIONS,
                Voice.Of.RECORDS,
                Topics.EXCEPTIONS,
                serdes.exceptions().serializer(),
                NodeName.CORRELATE,
                NodeName.TRACK,
                NodeName.PUBLISH,
                NodeName.OPERATE,
                NodeName.RECONCILE);
        sink(topology, NodeName.SINK_ARCHIVE, Topics.ARCHIVE, serdes.archives().serializer(), NodeName.TRACK);
        published(
                topology,
                NodeName.SINK_SYNC,
                Voice.Of.RECORDS,
                Topics.SYNC,
                serdes.syncs().serializer(),
                NodeName.PUBLISH);
        sink(
                topology,
                NodeName.SINK_RECEIPTS,
                Topics.RECEIPTS,
                serdes.receipts().serializer(),
                NodeName.PUBLISH);
        sink(topology, NodeName.SINK_ROUNDS, Topics.ROUNDS, serdes.tallies().serializer(), NodeName.RECONCILE);
        topology.addSink(
                NodeName.SINK_SIGNALS,
                Topics.SIGNALS,
                new StringSerializer(),
                new StringSerializer(),
                new FirstPartition(),
                NodeName.RECONCILE);
        topology.addSink(
                NodeName.SINK_OUT,
                new OutTopic(),
                new StringSerializer(),
                serdes.outgoing().serializer(),
                NodeName.PUBLISH);
        return topology;
    }

    private void keep(Topology topology, String entity) {
        topology.addGlobalStore(
                ReferenceStore.builder(entity),
                NodeName.sourceReference(entity),
                new StringDeserializer(),
                serdes.reference().deserializer(),
                Topics.reference(entity),
                NodeName.reference(entity),
                new ReferenceStage(entity));
    }

    /** A sink of what others read: in an epoch that is rebuilt it is kept back until that is done. */
    private <V> void published(
            Topology topology, String name, Voice.Of of, String topic, Serializer<V> values, String... parents) {
        if (operate.epoch().isRebuilt()) {
            topology.addProcessor(name, operate.voice(of), parents);
            sink(topology, NodeName.topicOf(name), topic, values, name);
        } else {
            sink(topology, name, topic, values, parents);
        }
    }

    private static <V> void sink(
            Topology topology, String name, String topic, Serializer<V> values, String... parents) {
        topology.addSink(name, topic, new StringSerializer(), values, parents);
    }
}
