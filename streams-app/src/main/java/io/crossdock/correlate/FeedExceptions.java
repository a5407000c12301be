package io.crossdock.correlate;

import io.crossdock.contract.OrderException;
import io.crossdock.flow.NodeName;
import io.crossdock.observe.OutcomeStore;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Opens and resolves exceptions that concern a connection; each partition has its own, because each sees its own part. */
final class FeedExceptions {

    private final ProcessorContext<String, Object> context;
    private final OutcomeStore outcomes;

    FeedExceptions(ProcessorContext<String, Object> context, OutcomeStore outcomes) {
        this.context = context;
        this.outcomes = outcomes;
    }

    void open(String connection, String type, String feed, String text, Record<String, ?> cause) {
        emit(connection, type, feed, "OPEN", text, cause);
        outcomes.countOpenException(type, 1);
    }

    void resolve(String connection, String type, String feed, Record<String, ?> cause) {
        emit(connection, type, feed, "RESOLVED", "No longer so.", cause);
        outcomes.countOpenException(type, -1);
    }

    private void emit(String connection, String type, String feed, String state, String text, Record<String, ?> cause) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        String id = feed + "|" + type + "|" + context.taskId().partition();
        @Nullable Instant resolvedAt = state.equals("RESOLVED") ? now : null;
        OrderException exception = OrderException.newBuilder()
                .setExceptionId(id)
                .setType(type)
                .setState(state)
                .setOrderId(null)
                .setSubject(connection)
                .setCustomer(null)
                .setText(text)
                .setOpenedAt(now)
                .setResolvedAt(resolvedAt)
                .build();
        context.forward(cause.withKey(id).withValue((Object) exception), NodeName.SINK_EXCEPTIONS);
    }
}
