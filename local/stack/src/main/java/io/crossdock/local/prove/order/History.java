package io.crossdock.local.prove.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.worlds.Worlds;
import io.crossdock.worlds.world.Json;
import io.crossdock.worlds.world.Truth;
import io.crossdock.worlds.world.Written;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Generated orders: what the systems' connectors write about them, and what must become of them.
 *
 * @param records in the order in which they are written
 * @param expected what the worlds themselves say of each of their orders in the end
 */
record History(List<Raw> records, List<Expected> expected) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a system says against the owner becomes an exception after a while; it is no part of what is published. */
    private static final String TIMED = "contradictions";

    /** Published as a list of their own shape; compared where the rules are proved without a broker. */
    private static final String MILESTONES = "milestones";

    History {
        records = List.copyOf(records);
        expected = List.copyOf(expected);
    }

    /** A raw record. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: bytes on their way to a topic.
    record Raw(String topic, String key, byte[] value) {}

    /**
     * An order as its world knows it.
     *
     * @param orderId its public name
     * @param about the order as people call it
     * @param says what must be published about it, word by word
     */
    record Expected(String orderId, String about, Map<String, String> says) {
        Expected {
            says = Map.copyOf(says);
        }
    }

    /** Worlds from a seed on, until they hold at least so many orders. */
    static History of(long from, int orders) {
        List<Raw> records = new ArrayList<>();
        Map<String, Expected> expected = new TreeMap<>();
        // A world holds one to three orders; a little less than two on average.
        int worlds = Math.max(1, orders * 10 / 19);
        Worlds.Batch batch = Worlds.batch(from, worlds);
        while (batch.expected().size() < orders) {
            worlds += Math.max(1, (orders - batch.expected().size()) / 2);
            batch = Worlds.batch(from, worlds);
        }
        for (Written each : batch.records()) {
            records.add(new Raw(
                    "raw." + each.connection() + "." + each.entity(),
                    each.key(),
                    each.value().getBytes(StandardCharsets.UTF_8)));
        }
        for (Truth truth : batch.expected().values()) {
            expected.put(truth.orderId(), new Expected(truth.orderId(), truth.about(), said(truth)));
        }
        return new History(records, List.copyOf(expected.values()));
    }

    private static Map<String, String> said(Truth truth) {
        try {
            Map<String, String> said = Said.of(JSON.readTree(Json.of(truth.status())));
            said.remove(TIMED);
            said.keySet().removeIf(path -> path.startsWith(MILESTONES));
            return said;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A world's truth is no JSON", e);
        }
    }
}
