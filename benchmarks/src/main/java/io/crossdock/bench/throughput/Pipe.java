package io.crossdock.bench.throughput;

import io.crossdock.bench.throughput.Recipe.Sample;
import io.crossdock.bench.throughput.Recipe.Writes;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * A topology that carries bytes and decides nothing: it reads raw records and facts, and writes as many records of the same bytes to
 * copies of the same topics as the recipe says, changelogs included.
 */
final class Pipe {

    private static final String FACTS = "facts";
    private static final String STORE = "puts";
    private static final String RAW = "raw";
    private static final String HOPS = "hops";

    private final Recipe recipe;
    private final Variant variant;
    private final long rawRecords;
    /** The changelog whose bytes the store writes instead of a sink; null for the bare pipe. */
    private final @Nullable Writes put;

    /** {@code rawRecords} is how many raw records caused what the recipe holds. */
    Pipe(Recipe recipe, Variant variant, long rawRecords) {
        this.recipe = recipe;
        this.variant = variant;
        this.rawRecords = rawRecords;
        this.put = variant == Variant.PIPE_WITH_PUT ? largestChangelog(recipe) : null;
    }

    Topology build(TopologyConfig config, List<String> rawTopics) {
        Topology topology = new Topology(config);
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        topology.addSource(RAW, in, in, rawTopics.stream().map(variant::topic).toArray(String[]::new));
        topology.addSource(HOPS, in, in, variant.topic(FACTS));
        topology.addProcessor("pipe-raw", () -> new Carrier(true), RAW);
        topology.addProcessor("pipe-hops", () -> new Carrier(false), HOPS);
        if (put != null) {
            topology.addStateStore(
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray()),
                    "pipe-raw",
                    "pipe-hops");
        }
        ByteArraySerializer out = new ByteArraySerializer();
        for (Writes each : recipe.writes()) {
            topology.addSink(each.topic(), variant.topic(each.topic()), out, out, "pipe-raw", "pipe-hops");
        }
        return topology;
    }

    private static Writes largestChangelog(Recipe recipe) {
        return recipe.writes().stream()
                .filter(Writes::isChangelog)
                .max(java.util.Comparator.comparingLong(Writes::records))
                .orElseThrow();
    }

    /** How many records go to a topic for one that is read. */
    private double share(Writes writes) {
        if (writes.topic().equals(FACTS)) {
            return (double) writes.records() / rawRecords;
        }
        long hops = recipe.writes().stream()
                .filter(each -> each.topic().equals(FACTS))
                .mapToLong(Writes::records)
                .sum();
        double each = (double) writes.records() / (rawRecords + hops);
        return writes.equals(put) ? Math.max(0, each - 1) : each;
    }

    /** Writes what is due; fractions of records add up. */
    private final class Carrier extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

        private final boolean raw;
        private final List<Due> due = new ArrayList<>();
        private @Nullable KeyValueStore<byte[], byte[]> store;
        private int puts;

        private Carrier(boolean raw) {
            this.raw = raw;
            for (Writes each : recipe.writes()) {
                if (raw || !each.topic().equals(FACTS)) {
                    due.add(new Due(each, share(each)));
                }
            }
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            super.init(context);
            store = put == null ? null : context.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], byte[]> input) {
            if (store != null && put != null) {
                Sample sample = put.samples().get(puts % put.samples().size());
                store.put(distinct(sample.key()), sample.value());
            }
            for (Due each : due) {
                each.owed += each.share;
                for (; each.owed >= 1; each.owed--) {
                    Sample sample = each.writes
                            .samples()
                            .get(each.next++ % each.writes.samples().size());
                    context().forward(input.withKey(sample.key()).withValue(sample.value()), each.writes.topic());
                }
            }
        }

        /** A key of the sample's length that was not put before: every fact is new. */
        private byte[] distinct(byte[] key) {
            byte[] other = key.clone();
            int number = puts++;
            for (int i = 0; i < Integer.BYTES && i < other.length; i++) {
                other[other.length - 1 - i] = (byte) (number >>> (Byte.SIZE * i));
            }
            other[0] = (byte) (raw ? 'r' : 'h');
            return other;
        }
    }

    /** What is owed to a topic. */
    private static final class Due {
        private final Writes writes;
        private final double share;
        private double owed;
        private int next;

        private Due(Writes writes, double share) {
            this.writes = writes;
            this.share = share;
        }
    }
}
