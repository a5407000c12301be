package io.crossdock.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.operate.Act;
import io.crossdock.query.Rebuild;
import io.crossdock.switches.Epoch;
import io.crossdock.topology.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the rebuild of an epoch is, over all instances: by what its group has read, and by what its tasks say. */
final class RebuildProgress {

    private final Epoch epoch;
    private final Groups groups;
    private final Offsets offsets;
    private final String group;
    private final List<String> rawTopics;
    private final Supplier<ObjectNode> tasks;

    /** {@code tasks} says how far every task is with publishing. */
    RebuildProgress(
            Epoch epoch,
            Groups groups,
            Offsets offsets,
            String base,
            List<String> rawTopics,
            Supplier<ObjectNode> tasks) {
        this.epoch = epoch;
        this.groups = groups;
        this.offsets = offsets;
        this.group = epoch.applicationId(base);
        this.rawTopics = List.copyOf(rawTopics);
        this.tasks = tasks;
    }

    /** As it stands now. */
    Rebuild look() {
        Epoch.Rebuild asked = epoch.rebuild();
        if (asked == null) {
            return new Rebuild(epoch.number(), Rebuild.Stage.NONE, null, null, null, null, 0, 0, 0, List.of());
        }
        ObjectNode said = tasks.get();
        boolean published = said.path("mode").asText().equals(Act.LIVE);
        if (published) {
            boolean looking = said.path("looking").asBoolean();
            return rebuild(asked, looking ? Rebuild.Stage.PUBLISHING : Rebuild.Stage.DONE, counts(asked));
        }
        return rebuild(asked, Rebuild.Stage.READING, counts(asked));
    }

    private Rebuild rebuild(Epoch.Rebuild asked, Rebuild.Stage stage, Counts counts) {
        return new Rebuild(
                epoch.number(),
                stage,
                asked.at(),
                asked.by(),
                asked.note(),
                asked.cut(),
                counts.read(),
                counts.total(),
                counts.behind(),
                asked.live());
    }

    /** What has been read of what landed before, and what mailboxes have not read of each other. */
    private record Counts(long read, long total, long behind) {}

    private Counts counts(Epoch.Rebuild asked) {
        List<TopicPartition> raw = offsets.partitions(rawTopics);
        Map<TopicPartition, Long> begins = offsets.of(raw, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets.ends(raw);
        Map<TopicPartition, Long> cuts =
                offsets.of(raw, OffsetSpec.forTimestamp(asked.cut().toEpochMilli()));
        Map<TopicPartition, OffsetAndMetadata> committed = groups.committed(group);
        long read = 0;
        long total = 0;
        for (TopicPartition partition : raw) {
            long begin = begins.getOrDefault(partition, 0L);
            long cut = cuts.getOrDefault(partition, -1L);
            long goal = cut < 0 ? ends.getOrDefault(partition, begin) : cut;
            read += Math.clamp(offset(committed.get(partition)), begin, goal) - begin;
            total += goal - begin;
        }
        return new Counts(read, total, behind(offsets.ends(offsets.partitions(List.of(Topics.FACTS))), committed));
    }

    private static long behind(Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
        Collection<TopicPartition> partitions = ends.keySet();
        return partitions.stream()
                .mapToLong(each -> Math.max(0, ends.getOrDefault(each, 0L) - offset(committed.get(each))))
                .sum();
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
