package io.crossdock.freshness;

import io.crossdock.observe.RefusedHeartbeats;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Carries heartbeats into {@link WatermarkStore}, also those that are read again at a start. */
final class HeartbeatProcessor extends ContextualProcessor<String, byte[], Void, Void> {

    private final HeartbeatReader reader;
    private final RefusedHeartbeats refused;

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private WatermarkStore watermarks;

    HeartbeatProcessor(HeartbeatReader reader, RefusedHeartbeats refused) {
        this.reader = reader;
        this.refused = refused;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        watermarks = new WatermarkStore(context.getStateStore(WatermarkStore.NAME));
    }

    @Override
    public void process(Record<String, byte[]> input) {
        switch (reader.read(input.key(), input.value(), Instant.ofEpochMilli(input.timestamp()))) {
            case Heard.Beat beat -> watermarks.hear(beat.connection(), beat.watermark());
            case Heard.Log log -> watermarks.hear(log.connection(), log.log());
            case Heard.Refused no -> refused.report(no.connection(), no.why());
        }
    }
}
