package io.crossdock.runtime;

import io.crossdock.access.GrantCheck;
import io.crossdock.access.User;
import io.crossdock.config.Settings;
import io.crossdock.contract.AuditEntry;
import io.crossdock.contract.OrderException;
import io.crossdock.operate.Act;
import io.crossdock.switches.Epoch;
import io.crossdock.systems.Connection;
import io.crossdock.systems.InstalledTopics;
import io.crossdock.systems.Systems;
import io.crossdock.systems.Target;
import io.crossdock.topology.Serdes;
import io.crossdock.topology.Topics;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before an instance starts: which epoch it works in. The last one that was asked for on {@code operator.audit}, or by the setting
 * {@code CROSSDOCK_EPOCH}. A new one begins once nobody works in an older one any more, so that two never publish side by side.
 */
final class EpochStart {

    private static final Logger LOG = LoggerFactory.getLogger(EpochStart.class);

    private final Settings settings;
    private final Systems systems;
    private final Serdes serdes;
    private final Clock clock;

    EpochStart(Settings settings, Systems systems, Serdes serdes, Clock clock) {
        this.settings = settings;
        this.systems = systems;
        this.serdes = serdes;
        this.clock = clock;
    }

    /** The epoch, ready to be worked in. */
    Epoch begin() {
        try (Admin admin = Admin.create(settings.kafka().client())) {
            Groups groups = new Groups(admin, StreamsSettings.baseId(settings));
            groups.awaitTopic(Topics.AUDIT);
            checkGrants(admin, groups);
            EpochLog log = EpochLog.read(
                    settings.kafka().client(), Topics.AUDIT, serdes.audit().deserializer());
            long number = Math.max(settings.epoch(), log.latest());
            AuditEntry asked = log.asked(number);
            if (asked == null && number == 1) {
                return Epoch.first(number);
            }
            AuditEntry entry = asked == null ? byTheSetting(number) : asked;
            tellEveryPartition(log, number, entry);
            List<OrderException> open = log.isPublished(number) ? List.of() : open();
            Epoch epoch = new Epoch(number, EpochLog.rebuild(entry), open);
            groups.begin(epoch);
            StateDirs.deleteOthers(
                    settings.stateDir(),
                    StreamsSettings.baseId(settings),
                    epoch.applicationId(StreamsSettings.baseId(settings)));
            LOG.info(
                    "Epoch {}: asked for by {} at {}; what landed before {} is read again.",
                    number,
                    entry.getBy(),
                    entry.getAt(),
                    epoch.cut());
            return epoch;
        }
    }

    /** Asks for all it will have to do, the changelogs included that are there already. */
    private void checkGrants(Admin admin, Groups groups) {
        List<String> topics = InstalledTopics.ofApplication(systems).stream()
                .map(Topics.TopicSpec::name)
                .collect(Collectors.toCollection(ArrayList::new));
        topics.addAll(groups.changelogs());
        String who = settings.kafka().user();
        GrantCheck.of(admin, User.APP, who == null ? "this application" : who, topics, groups.ofAllEpochs());
    }

    private AuditEntry byTheSetting(long number) {
        String live = systems.targets().stream()
                .filter(target -> target.target() == Target.LIVE)
                .map(Connection::name)
                .collect(Collectors.joining(","));
        return AuditEntry.newBuilder()
                .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setBy("CROSSDOCK_EPOCH")
                .setAction(Act.REBUILD.name())
                .setExceptionId("")
                .setSubject(live)
                .setKind(String.valueOf(number))
                .build();
    }

    /** Whoever asked for it may have been cut off in the middle. */
    private void tellEveryPartition(EpochLog log, long number, AuditEntry entry) {
        try (AuditLog audit =
                AuditLog.to(settings.kafka().client(), serdes.audit().serializer())) {
            for (int partition = 0; partition < settings.partitions(); partition++) {
                if (!log.isIn(partition, number)) {
                    audit.write(partition, entry);
                }
            }
        }
    }

    /** Exceptions as they were published last. */
    private List<OrderException> open() {
        Map<String, OrderException> last = new HashMap<>();
        WholeTopic.read(
                settings.kafka().client(),
                Topics.EXCEPTIONS,
                serdes.exceptions().deserializer(),
                record -> {
                    OrderException exception = record.value();
                    if (exception == null || exception.getResolvedAt() != null) {
                        last.remove(record.key());
                    } else {
                        last.put(record.key(), exception);
                    }
                });
        return new ArrayList<>(last.values());
    }
}
