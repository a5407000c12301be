package io.crossdock.correlate;

import io.crossdock.exceptions.ExceptionLifeCycle;
import io.crossdock.exceptions.Judgement;
import io.crossdock.exceptions.Subject;
import io.crossdock.exceptions.Wrong;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Opens and resolves exceptions that concern a feed; each partition has its own, because each sees its own part. */
final class FeedExceptions {

    private final ProcessorContext<String, Object> context;
    private final ExceptionLifeCycle exceptions;

    FeedExceptions(ProcessorContext<String, Object> context, Judgement judgement) {
        this.context = context;
        this.exceptions = new ExceptionLifeCycle(context, judgement);
    }

    void open(String connection, String type, String feed, String text, Record<String, ?> cause) {
        exceptions.update(subject(connection, feed), Map.of(type, Wrong.of(text)), now(), cause);
    }

    void resolve(String connection, String feed, Record<String, ?> cause) {
        exceptions.update(subject(connection, feed), Map.of(), now(), cause);
    }

    private Subject subject(String connection, String feed) {
        return Subject.ofPart(feed + "|" + context.taskId().partition(), connection);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
