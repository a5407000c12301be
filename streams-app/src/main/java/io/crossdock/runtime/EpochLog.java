package io.crossdock.runtime;

import io.crossdock.contract.AuditEntry;
import io.crossdock.operate.Act;
import io.crossdock.switches.Epoch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** What {@code operator.audit} says about epochs. */
final class EpochLog {

    /** By epoch the entry that asked for it, and the partitions that have it. */
    private final Map<Long, AuditEntry> asked = new HashMap<>();

    private final Map<Long, Set<Integer>> partitions = new HashMap<>();
    private final Set<Long> published = new HashSet<>();

    /** Reads the topic; {@code client} are the settings of any client. */
    static EpochLog read(Map<String, Object> client, String topic, Deserializer<AuditEntry> values) {
        EpochLog log = new EpochLog();
        WholeTopic.read(client, topic, values, entry -> log.take(entry.partition(), entry.value()));
        return log;
    }

    /** Takes one entry. */
    void take(int partition, AuditEntry entry) {
        if (entry.getAction().equals(Act.REBUILD.name())) {
            long epoch = Long.parseLong(entry.getKind());
            asked.putIfAbsent(epoch, entry);
            partitions.computeIfAbsent(epoch, first -> new HashSet<>()).add(partition);
        } else if (entry.getAction().equals(Act.PUBLISH.name())) {
            published.add(Long.parseLong(entry.getKind()));
        }
    }

    /** The last epoch that anybody asked for; 0 if nobody ever did. */
    long latest() {
        return asked.keySet().stream().max(Long::compare).orElse(0L);
    }

    /** Who asked for it; null if nobody did. */
    @Nullable
    AuditEntry asked(long epoch) {
        return asked.get(epoch);
    }

    /** True if this partition was told. */
    boolean isIn(int partition, long epoch) {
        return partitions.getOrDefault(epoch, Set.of()).contains(partition);
    }

    /** True once what it has worked out is published. */
    boolean isPublished(long epoch) {
        return published.contains(epoch);
    }

    /** As an instance works in it. */
    static Epoch.Rebuild rebuild(AuditEntry entry) {
        String live = entry.getSubject();
        return new Epoch.Rebuild(
                entry.getBy(),
                entry.getNote(),
                entry.getAt(),
                Objects.requireNonNullElse(entry.getSince(), entry.getAt()),
                live.isEmpty() ? List.of() : List.of(live.split(",")));
    }
}
