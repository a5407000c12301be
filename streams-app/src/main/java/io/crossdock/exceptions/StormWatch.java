package io.crossdock.exceptions;

import io.crossdock.observe.OutcomeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Says once that exceptions of a type are held back because there are too many, and tells them as room comes to be (R199). One stage of a
 * task does.
 */
public final class StormWatch {

    private static final String STORM = "STORM";
    private static final Duration RHYTHM = Duration.ofSeconds(5);

    private final ProcessorContext<String, Object> context;
    private final ExceptionLifeCycle exceptions;
    private final OutcomeStore outcomes;

    /** {@code exceptions} of a stage that is given the store of outcomes. */
    public StormWatch(ProcessorContext<String, Object> context, ExceptionLifeCycle exceptions) {
        this.context = context;
        this.exceptions = exceptions;
        this.outcomes = new OutcomeStore(context.getStateStore(OutcomeStore.NAME));
    }

    /** Looks again and again. */
    public void begin() {
        context.schedule(RHYTHM, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    private void look(long millis) {
        List<String> types = outcomes.everHeld();
        Record<String, Object> cause = new Record<>(STORM, STORM, millis);
        if (types.stream().anyMatch(type -> outcomes.heldExceptions(type) > 0)) {
            exceptions.tellHeld(cause);
        }
        for (String type : types) {
            String key = type + "|" + context.taskId().partition();
            exceptions.update(Subject.ofPart(key, type), storm(type), Instant.ofEpochMilli(millis), cause);
        }
    }

    private Map<String, Wrong> storm(String type) {
        long held = outcomes.heldExceptions(type);
        long told = outcomes.toldExceptions(type);
        return held == 0
                ? Map.of()
                : Map.of(
                        STORM,
                        Wrong.of("So many exceptions are " + type + " that only " + told
                                + " of them are told one by one, and " + held + " more are not (partition "
                                + context.taskId().partition() + "): one cause is more likely than many, look for that"
                                + " first. All of them: /api/v1/exceptions?type=" + type
                                + ". They are told as others are resolved."));
    }
}
