package io.crossdock.bench.throughput;

/**
 * One raw record as a connector writes it.
 *
 * @param topic its raw topic
 * @param key home identifier
 * @param value change record, JSON
 */
record RawFact(String topic, String key, String value) {

    static RawFact of(String connection, String entity, String home, String json) {
        return new RawFact("raw." + connection + "." + entity, connection + ":" + home, json);
    }
}
