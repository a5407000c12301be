package io.crossdock.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The one table of topics: their names, what they keep, for how long. Whoever creates topics reads it here. */
public final class Topics {

    public static final String FACTS = "facts";
    public static final String EVENTS = "orders.events";
    public static final String STATUS = "orders.status";
    public static final String SYNC = "orders.sync";
    public static final String EXCEPTIONS = "orders.exceptions";
    public static final String DEAD_LETTERS = "orders.dead-letters";
    public static final String ARCHIVE = "orders.archive";
    public static final String RECEIPTS = "out.receipts";
    public static final String LEDGER = "out.ledger";
    public static final String HEARTBEATS = "source.heartbeats";
    public static final String KEYS = "source.keys";
    public static final String ROUNDS = "source.rounds";
    public static final String SIGNALS = "source.signals";
    public static final String AUDIT = "operator.audit";

    private static final String HOUR = String.valueOf(3600L * 1000);
    private static final String DAY = String.valueOf(24L * 3600 * 1000);
    private static final String WEEK = String.valueOf(7L * 24 * 3600 * 1000);
    /** The longest order life that a replay must reach back over: 400 days. */
    private static final String ORDER_LIFE = String.valueOf(400L * 24 * 3600 * 1000);

    /** What others read is compressed in the one way that every client of every language can undo. */
    private static final Map<String, String> READABLE =
            Map.of("compression.type", "gzip", "compression.gzip.level", "1");

    private Topics() {}

    /** Topic of one kind of reference data. */
    public static String reference(String entity) {
        return "reference." + entity;
    }

    /** Topic of what {@code target} shall be told. */
    public static String out(String target) {
        return "out." + target;
    }

    /**
     * Every topic of an installation.
     *
     * @param rawTopics topics of what comes in from the connections
     * @param reference kinds of reference data
     * @param targets connections that are told something
     */
    public static List<TopicSpec> all(List<String> rawTopics, List<String> reference, List<String> targets) {
        List<TopicSpec> topics = new ArrayList<>();
        for (String raw : rawTopics) {
            // The broker's clock stamps the landing; a source's clock cannot.
            topics.add(deleted(raw, ORDER_LIFE, Map.of("message.timestamp.type", "LogAppendTime")));
        }
        topics.add(deleted(FACTS, WEEK, Map.of()));
        topics.add(deleted(EVENTS, ORDER_LIFE, READABLE));
        topics.add(compacted(STATUS, "compact", READABLE));
        topics.add(compacted(SYNC, "compact,delete", READABLE));
        topics.add(compacted(EXCEPTIONS, "compact,delete", READABLE));
        // Stamped when written, not when what they speak of landed: the newest are asked for first, also after a
        // rebuild.
        Map<String, String> stamped = new java.util.TreeMap<>(READABLE);
        stamped.put("message.timestamp.type", "LogAppendTime");
        topics.add(deleted(DEAD_LETTERS, ORDER_LIFE, stamped));
        topics.add(compacted(ARCHIVE, "compact", READABLE));
        for (String entity : reference) {
            topics.add(compacted(reference(entity), "compact", READABLE));
        }
        for (String target : targets) {
            topics.add(deleted(out(target), WEEK, Map.of()));
        }
        // What targets were told and asked is written nowhere else: a rebuild reads it with the raw records.
        topics.add(deleted(RECEIPTS, ORDER_LIFE, Map.of()));
        topics.add(deleted(LEDGER, WEEK, Map.of()));
        // Stamped by the broker, as what the heartbeats speak of. Short segments: a start reads what is kept.
        topics.add(deleted(HEARTBEATS, DAY, Map.of("message.timestamp.type", "LogAppendTime", "segment.ms", HOUR)));
        // Stamped by the broker, so that what landed in raw topics before a key is handled before it.
        topics.add(deleted(KEYS, DAY, Map.of("message.timestamp.type", "LogAppendTime", "segment.ms", HOUR)));
        topics.add(compacted(ROUNDS, "compact", Map.of()));
        topics.add(deleted(SIGNALS, DAY, Map.of()));
        topics.add(deleted(AUDIT, ORDER_LIFE, Map.of()));
        return topics;
    }

    private static TopicSpec deleted(String name, String retentionMs, Map<String, String> more) {
        Map<String, String> config = new java.util.TreeMap<>(more);
        config.put("cleanup.policy", "delete");
        config.put("retention.ms", retentionMs);
        return new TopicSpec(name, config);
    }

    private static TopicSpec compacted(String name, String policy, Map<String, String> more) {
        Map<String, String> config = new java.util.TreeMap<>(more);
        config.put("cleanup.policy", policy);
        config.put("min.cleanable.dirty.ratio", "0.2");
        if (policy.contains("delete")) {
            config.put("retention.ms", ORDER_LIFE);
        }
        return new TopicSpec(name, config);
    }

    /**
     * One topic.
     *
     * @param name its name
     * @param config its settings, by Kafka's names
     */
    public record TopicSpec(String name, Map<String, String> config) {
        public TopicSpec {
            config = Map.copyOf(config);
        }
    }
}
