package io.crossdock.bench.throughput;

/** What is measured. */
enum Variant {
    /** The whole topology. */
    CROSSDOCK("crossdock", ""),
    /** The same hops, topics and bytes, and nothing else: no store, nothing decoded. */
    PIPE("bare pipe", "pipe."),
    /** The pipe with one store put for each record, its changelog a part of the same bytes. */
    PIPE_WITH_PUT("pipe with one put", "put.");

    private final String text;
    private final String prefix;

    Variant(String text, String prefix) {
        this.text = text;
        this.prefix = prefix;
    }

    /** As the table says it. */
    String text() {
        return text;
    }

    /** Its own copy of a topic, so that no variant meets another's records. */
    String topic(String topic) {
        return prefix + topic;
    }
}
