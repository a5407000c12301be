package io.crossdock.flow;

/** Names of the topology's nodes: processors forward to them, metrics and the approved topology show them. */
public final class NodeName {

    public static final String SOURCE_RAW = "source-raw";
    public static final String SOURCE_FACTS = "source-facts";
    public static final String SOURCE_RECEIPTS = "source-receipts";
    public static final String SOURCE_AUDIT = "source-audit";
    public static final String SOURCE_HEARTBEATS = "source-heartbeats";
    public static final String HEARTBEATS = "heartbeats";
    public static final String SOURCE_KEYS = "source-keys";
    public static final String SOURCE_ROUNDS = "source-rounds";
    public static final String ROUNDS = "rounds";
    public static final String NORMALIZE = "normalize";
    public static final String MESSAGES = "messages";
    public static final String RECEIPTS = "receipts";
    public static final String OPERATE = "operate";
    public static final String RECONCILE = "reconcile";
    public static final String CORRELATE = "correlate";
    public static final String TRACK = "track";
    public static final String PUBLISH = "publish";
    public static final String SINK_FACTS = "sink-facts";
    public static final String SINK_EVENTS = "sink-events";
    public static final String SINK_STATUS = "sink-status";
    public static final String SINK_SYNC = "sink-sync";
    public static final String SINK_EXCEPTIONS = "sink-exceptions";
    public static final String SINK_ARCHIVE = "sink-archive";
    public static final String SINK_DEAD_LETTERS = "sink-dead-letters";
    public static final String SINK_ROUNDS = "sink-rounds";
    public static final String SINK_SIGNALS = "sink-signals";
    public static final String SINK_OUT = "sink-out";
    public static final String SINK_RECEIPTS = "sink-receipts";

    private NodeName() {}

    /** Where the rows of one kind of reference data come back to be kept in every instance. */
    public static String sourceReference(String entity) {
        return "source-reference-" + entity;
    }

    /** What keeps them. */
    public static String reference(String entity) {
        return "reference-" + entity;
    }

    /** The topic behind a sink that something stands before. */
    public static String topicOf(String sink) {
        return sink + "-topic";
    }

    /** Where they are written. */
    public static String sinkReference(String entity) {
        return "sink-reference-" + entity;
    }
}
