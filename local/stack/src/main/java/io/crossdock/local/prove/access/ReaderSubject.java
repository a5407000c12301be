package io.crossdock.local.prove.access;

import io.crossdock.local.layout.Brokers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Somebody who only reads: joins a group, reads each topic, asks how far others are. */
final class ReaderSubject implements Subject {

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final String GROUP_OF_ANOTHER = "crossdock-connect";

    private final String login;
    private final List<Taken> granted;
    private final Set<String> topics;

    /**
     * Somebody.
     *
     * @param granted what they may do
     * @param topics that there are
     */
    ReaderSubject(String login, List<Taken> granted, Set<String> topics) {
        this.login = login;
        this.granted = List.copyOf(granted);
        this.topics = new TreeSet<>(topics);
    }

    @Override
    public String login() {
        return login;
    }

    @Override
    public Outcome withAll() {
        try {
            granted.forEach(this::use);
            return new Outcome(true, granted.size() + " uses");
        } catch (KafkaException e) {
            return new Outcome(false, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Outcome without(Taken taken) {
        try {
            use(taken);
            return new Outcome(false, "it works without");
        } catch (AuthorizationException e) {
            String message = String.valueOf(e.getMessage());
            return new Outcome(message.contains(taken.name()), message);
        }
    }

    private void use(Taken taken) {
        if (taken.operation() == AclOperation.DESCRIBE) {
            describe();
            return;
        }
        Map<String, Object> settings = client();
        settings.put("group.id", login + "-reads");
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topicFor(taken)));
            consumer.poll(POLL);
            consumer.commitSync(POLL);
        }
    }

    /** One that it is about; any that may be read, if it is about a group. */
    private String topicFor(Taken taken) {
        return taken.type() == ResourceType.TOPIC
                ? topics.stream().filter(taken::covers).findFirst().orElse(taken.name())
                : granted.stream()
                        .filter(each -> each.type() == ResourceType.TOPIC)
                        .map(this::topicFor)
                        .findFirst()
                        .orElseThrow();
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
        Map<String, Object> settings = new HashMap<>(brokers.securityOf(login));
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
