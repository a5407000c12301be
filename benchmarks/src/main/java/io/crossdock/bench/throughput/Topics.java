package io.crossdock.bench.throughput;

import io.crossdock.bench.throughput.Recipe.Sample;
import io.crossdock.bench.throughput.Recipe.Writes;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.broker.Consumers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of the broker: their ends, what was written between two looks, and copies of them for another variant. */
final class Topics implements AutoCloseable {

    private static final long SAMPLED_BYTES = 4L << 20;

    private final Admin admin = Admin.create(Map.of("bootstrap.servers", Port.BROKER.address()));

    /** End of every partition of every topic that is not the broker's own, or a variant's copy. */
    Map<TopicPartition, Long> ends() {
        try (KafkaConsumer<String, byte[]> consumer = Consumers.open()) {
            List<TopicPartition> all = consumer.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__"))
                    .filter(topic -> !topic.getKey().startsWith(Variant.PIPE.topic(""))
                            && !topic.getKey().startsWith(Variant.PIPE_WITH_PUT.topic("")))
                    .flatMap(topic ->
                            topic.getValue().stream().map(each -> new TopicPartition(each.topic(), each.partition())))
                    .toList();
            return consumer.endOffsets(all);
        }
    }

    /** What was written to all but raw topics between two looks. */
    Recipe written(Map<TopicPartition, Long> before, Map<TopicPartition, Long> after) {
        Map<String, List<TopicPartition>> changed = after.entrySet().stream()
                .filter(end -> !end.getKey().topic().startsWith("raw."))
                .filter(end -> end.getValue() > before.getOrDefault(end.getKey(), 0L))
                .collect(Collectors.groupingBy(
                        end -> end.getKey().topic(),
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return new Recipe(changed.entrySet().stream()
                .map(topic -> written(topic.getKey(), topic.getValue(), before, after))
                .toList());
    }

    private static Writes written(
            String topic,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> before,
            Map<TopicPartition, Long> after) {
        long records = 0;
        long bytes = 0;
        long sampled = 0;
        List<Sample> samples = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = Consumers.open();
                StringSerializer keys = new StringSerializer()) {
            consumer.assign(partitions);
            partitions.forEach(each -> consumer.seek(each, before.getOrDefault(each, 0L)));
            while (!partitions.stream().allMatch(each -> consumer.position(each) >= after.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(100))) {
                    int size = Math.max(0, each.serializedKeySize()) + Math.max(0, each.serializedValueSize());
                    records++;
                    bytes += size;
                    // One in seven while there is room: evenly enough, and never in step with the orders.
                    if (records % 7 == 1 && sampled < SAMPLED_BYTES) {
                        samples.add(new Sample(keys.serialize(topic, each.key()), each.value()));
                        sampled += size;
                    }
                }
            }
        }
        return new Writes(topic, records, bytes, samples);
    }

    /** Makes an empty copy, under its own name, of each topic for a variant. */
    void copyFor(Variant variant, Collection<String> topics) {
        try {
            Map<ConfigResource, Config> configs = admin.describeConfigs(topics.stream()
                            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                            .toList())
                    .all()
                    .get();
            List<NewTopic> copies = new ArrayList<>();
            for (TopicDescription topic :
                    admin.describeTopics(topics).allTopicNames().get().values()) {
                Config config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
                copies.add(new NewTopic(
                                variant.topic(topic.name()),
                                Optional.of(topic.partitions().size()),
                                Optional.empty())
                        .configs(own(Objects.requireNonNull(config))));
            }
            admin.createTopics(copies).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while making topics.", e);
        } catch (ExecutionException e) {
            throw new StackFailure("The topics of " + variant.text() + " cannot be made: " + e.getCause() + ".", e);
        }
    }

    private static Map<String, String> own(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    @Override
    public void close() {
        admin.close();
    }
}
