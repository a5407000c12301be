package io.crossdock.publish;

import io.crossdock.connect.Troubles;
import io.crossdock.exceptions.ExceptionLifeCycle;
import io.crossdock.exceptions.Subject;
import io.crossdock.exceptions.Wrong;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Tells of connectors that have failed for good (R149): one task does, so that it is told once. */
final class ConnectorExceptions implements AutoCloseable {

    private static final String CONNECTOR_FAILED = "CONNECTOR_FAILED";
    private static final int TELLING = 0;
    private static final Duration RHYTHM = Duration.ofSeconds(5);

    private final Troubles troubles;
    private final ExceptionLifeCycle exceptions;
    private final @Nullable Cancellable rhythm;

    ConnectorExceptions(ProcessorContext<String, Object> context, Troubles troubles, ExceptionLifeCycle exceptions) {
        this.troubles = troubles;
        this.exceptions = exceptions;
        if (context.taskId().partition() == TELLING) {
            troubles.claim();
            rhythm = context.schedule(RHYTHM, PunctuationType.WALL_CLOCK_TIME, this::tell);
        } else {
            rhythm = null;
        }
    }

    private void tell(long now) {
        Map<String, String> failed = troubles.now();
        for (String connector : troubles.connectors()) {
            String text = failed.get(connector);
            exceptions.update(
                    Subject.of(connector),
                    text == null ? Map.of() : Map.of(CONNECTOR_FAILED, Wrong.of(text)),
                    Instant.ofEpochMilli(now),
                    new Record<>(connector, (Object) connector, now));
        }
    }

    @Override
    public void close() {
        if (rhythm != null) {
            rhythm.cancel();
            troubles.release();
        }
    }
}
