package io.crossdock.track;

import io.crossdock.flow.Trail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** CloudEvents headers in Kafka's binary mode, so that a subscriber can route and de-duplicate without reading the value. */
final class CloudEventHeaders {

    private CloudEventHeaders() {}

    static Record<String, Object> on(Record<String, Object> record, String type, String id, Instant time) {
        Headers headers = new RecordHeaders();
        var trace = record.headers().lastHeader(Trail.HEADER);
        if (trace != null) {
            headers.add(trace);
        }
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_type", "io.crossdock." + type);
        put(headers, "ce_source", "/crossdock");
        put(headers, "ce_time", time.toString());
        return record.withHeaders(headers);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
