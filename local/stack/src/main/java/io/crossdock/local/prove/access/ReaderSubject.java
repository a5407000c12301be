package io.crossdock.local.prove.access;

import io.crossdock.access.Grant;
import io.crossdock.access.User;
import io.crossdock.local.layout.Brokers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Somebody who only reads: joins a group, reads each topic, asks how far others are. */
final class ReaderSubject implements Subject {

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final String GROUP_OF_ANOTHER = "crossdock-connect";

    private final User user;
    private final Map<String, List<String>> topics = new HashMap<>();

    /** {@code all} are the topics there are. */
    ReaderSubject(User user, Set<String> all) {
        this.user = user;
        user.grants().stream()
                .filter(grant -> grant.type() == ResourceType.TOPIC)
                .forEach(grant -> topics.put(
                        grant.name(),
                        all.stream()
                                .filter(topic -> grant.covers(ResourceType.TOPIC, topic))
                                .limit(1)
                                .toList()));
    }

    @Override
    public String login() {
        return user.login();
    }

    @Override
    public Outcome withAll() {
        try {
            for (Grant grant : user.grants()) {
                use(grant);
            }
            return new Outcome(true, "reads " + topics.values());
        } catch (KafkaException e) {
            return new Outcome(false, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Outcome without(Taken taken) {
        try {
            use(taken.grant());
            return new Outcome(false, "it works without");
        } catch (AuthorizationException e) {
            return new Outcome(taken.isRefusedIn(String.valueOf(e.getMessage())), String.valueOf(e.getMessage()));
        }
    }

    private void use(Grant grant) {
        if (grant.operations().contains(AclOperation.DESCRIBE)) {
            describe();
            return;
        }
        List<String> read = grant.type() == ResourceType.TOPIC
                ? topics.getOrDefault(grant.name(), List.of())
                : topics.values().stream().flatMap(List::stream).limit(1).toList();
        Map<String, Object> settings = client();
        settings.put("group.id", user.login() + (grant.pattern() == PatternType.PREFIXED ? "-reads" : ""));
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(read);
            consumer.poll(POLL);
            consumer.commitSync(POLL);
        }
    }

    private void describe() {
        try (Admin admin = Admin.create(client())) {
            admin.describeConsumerGroups(List.of(GROUP_OF_ANOTHER)).all().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException refusal) {
                throw refusal;
            }
            // The group may not exist; who may not look is told that first.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> client() {
        Brokers brokers = Brokers.current();
        Map<String, Object> settings = new HashMap<>(brokers.security(user));
        settings.put("bootstrap.servers", brokers.addresses());
        return settings;
    }

    @Override
    public void settle() {
        // Each use is a client of its own.
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
