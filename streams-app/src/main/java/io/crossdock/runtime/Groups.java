package io.crossdock.runtime;

import static io.crossdock.runtime.Offsets.answer;

import io.crossdock.switches.Epoch;
import io.crossdock.topology.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consumer groups of all epochs: one begins when no other works any more; what an older one kept is thrown away at the end. */
final class Groups {

    private static final Logger LOG = LoggerFactory.getLogger(Groups.class);
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final Admin admin;
    private final Offsets offsets;
    private final String base;
    private final Pattern ofAnyEpoch;
    private final Pattern changelog;

    /** {@code base} is the group of the first epoch. */
    Groups(Admin admin, String base) {
        this.admin = admin;
        this.offsets = new Offsets(admin);
        this.base = base;
        this.ofAnyEpoch = Pattern.compile(Pattern.quote(base) + "(-e[0-9]+)?");
        this.changelog = Pattern.compile(Pattern.quote(base) + "(-e[0-9]+)?-[a-z].*-changelog");
    }

    /** Waits until the broker answers, and has the topic if it lets us look: without it nobody knows which epoch it is. */
    void awaitTopic(String topic) {
        for (int tries = 0; ; tries++) {
            try {
                admin.describeTopics(List.of(topic)).allTopicNames().get();
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AuthorizationException) {
                    return;
                }
                if (tries % 5 == 0) {
                    LOG.warn(
                            "Waiting for {}: {}",
                            e.getCause() instanceof UnknownTopicOrPartitionException
                                    ? "topic " + topic + " to be created"
                                    : "the broker",
                            reason(e));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /**
     * Begins an epoch, unless it has begun: everything that came in is read again, and none of the messages that mailboxes of an older
     * epoch sent each other.
     */
    void begin(Epoch epoch) {
        String group = epoch.applicationId(base);
        if (committed(group).keySet().stream().anyMatch(each -> each.topic().equals(Topics.FACTS))) {
            return;
        }
        awaitSilence(group);
        Map<TopicPartition, OffsetAndMetadata> ends =
                offsets.ends(offsets.partitions(List.of(Topics.FACTS))).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
        answer(admin.alterConsumerGroupOffsets(group, ends).all());
    }

    private void awaitSilence(String next) {
        for (int tries = 0; ; tries++) {
            List<String> working = all().stream()
                    .filter(group -> !group.equals(next) && hasMembers(group))
                    .toList();
            if (working.isEmpty()) {
                return;
            }
            if (tries % 10 == 0) {
                LOG.info("Waiting until nobody works in an older epoch: {} still do.", working);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Throws away what older epochs kept: nobody can go back to them. */
    void deleteOlderThan(Epoch epoch) {
        String now = epoch.applicationId(base);
        List<String> topics = changelogs().stream()
                .filter(topic -> !topic.startsWith(now + "-"))
                .toList();
        List<String> groups = all().stream()
                .filter(group -> !group.equals(now) && !hasMembers(group))
                .toList();
        answer(admin.deleteTopics(topics).all());
        answer(admin.deleteConsumerGroups(groups).all());
        if (!topics.isEmpty()) {
            LOG.info("Deleted {} changelogs of older epochs.", topics.size());
        }
    }

    /** The changelogs of all epochs. */
    List<String> changelogs() {
        return answer(admin.listTopics().names()).stream()
                .filter(this::isChangelog)
                .toList();
    }

    /** Whether a topic is a changelog of an epoch. */
    boolean isChangelog(String topic) {
        return changelog.matcher(topic).matches();
    }

    /** That of the first epoch, whether it is there or not, and those of others that are. */
    Set<String> ofAllEpochs() {
        Set<String> groups = new TreeSet<>(all());
        groups.add(base);
        return groups;
    }

    private List<String> all() {
        return answer(admin.listGroups().valid()).stream()
                .map(GroupListing::groupId)
                .filter(group -> ofAnyEpoch.matcher(group).matches())
                .toList();
    }

    private boolean hasMembers(String group) {
        return !answer(admin.describeConsumerGroups(List.of(group)).all())
                .values()
                .iterator()
                .next()
                .members()
                .isEmpty();
    }

    /** Where a group stands. */
    Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private static String reason(ExecutionException e) {
        return String.valueOf(e.getCause());
    }
}
