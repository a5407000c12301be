package io.crossdock.local.prove.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sinks of the running worker: what they are told with, and how far they have got. */
public final class Sinks {

    /** The sink of the CRM. */
    public static final String CRM = "crm-sink";

    private static final String SUFFIX = "-sink";

    private final Connectors connectors;
    private final Map<String, Long> begin = new HashMap<>();

    /** Those among these connectors. */
    public Sinks(Connectors connectors) {
        this.connectors = connectors;
    }

    /** Names of all sinks. */
    List<String> names() {
        return connectors.names().stream().filter(name -> name.endsWith(SUFFIX)).toList();
    }

    /** Names of the targets that they tell. */
    public List<String> targets() {
        return names().stream()
                .map(sink -> sink.substring(0, sink.length() - SUFFIX.length()))
                .toList();
    }

    /** The options of one; secrets in them are references. */
    Map<String, String> options(String sink) {
        return connectors.options(sink);
    }

    /** Gives one other options, and waits until it runs with them. */
    void change(String sink, Map<String, String> options) {
        connectors.change(sink, options);
    }

    /** Remembers where all sinks stand: what was delivered before is nobody's business here. */
    public void rememberBegin() {
        for (String sink : names()) {
            for (JsonNode each : connectors.offsets(sink)) {
                begin.put(partition(each), offset(each));
            }
        }
    }

    /**
     * Lets a sink forget the last messages of each partition, so that it delivers them again; none from before the begin.
     *
     * @return how many it will deliver again, some of which may be marks of transactions
     */
    public long rewind(String sink, int messages) {
        connectors.stop(sink);
        ArrayNode offsets = JsonNodeFactory.instance.arrayNode();
        long again = 0;
        for (JsonNode each : connectors.offsets(sink)) {
            ObjectNode earlier = each.deepCopy();
            long now = offset(each);
            long then = Math.min(now, Math.max(begin.getOrDefault(partition(each), 0L), now - messages));
            earlier.withObject("/offset").put("kafka_offset", then);
            offsets.add(earlier);
            again += now - then;
        }
        if (again > 0) {
            connectors.move(sink, offsets);
        }
        connectors.resume(sink);
        return again;
    }

    private static String partition(JsonNode offset) {
        return offset.path("partition").toString();
    }

    private static long offset(JsonNode offset) {
        return offset.at("/offset/kafka_offset").asLong();
    }
}
