package io.crossdock.operate;

import io.crossdock.contract.AuditEntry;
import io.crossdock.contract.SwitchState;
import io.crossdock.exceptions.ExceptionLifeCycle;
import io.crossdock.exceptions.Kind;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.switches.SwitchStore;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Does what a person asked for, once for each time it was asked. What makes no difference any more is counted as ignored. */
final class OperateProcessor extends ContextualProcessor<String, AuditEntry, String, Object> {

    private static final String STAGE = "query";
    private static final String OURSELVES = "crossdock";

    private final OperateStage stage;

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private ExceptionLifeCycle exceptions;

    @SuppressWarnings("NullAway.Init")
    private OutcomeStore outcomes;

    @SuppressWarnings("NullAway.Init")
    private SwitchStore switches;

    @SuppressWarnings("NullAway.Init")
    private Walk walk;

    OperateProcessor(OperateStage stage) {
        this.stage = stage;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        exceptions = new ExceptionLifeCycle(context, stage.judgement());
        outcomes = new OutcomeStore(context.getStateStore(OutcomeStore.NAME));
        switches = new SwitchStore(context.getStateStore(SwitchStore.NAME));
        walk = new Walk(context, stage.targets(), switches);
        context.schedule(Duration.ofMillis(Walk.RHYTHM_MS), PunctuationType.WALL_CLOCK_TIME, walk::step);
    }

    @Override
    public void process(Record<String, AuditEntry> input) {
        AuditEntry entry = input.value();
        boolean done = switch (Act.valueOf(entry.getAction())) {
            case ACKNOWLEDGE ->
                exceptions.acknowledge(
                        entry.getSubject(),
                        Kind.parse(entry.getKind()),
                        entry.getBy(),
                        entry.getNote(),
                        entry.getAt(),
                        input);
            case SWITCH -> change(entry);
        };
        outcomes.count(STAGE, OURSELVES, done ? "applied" : "ignored");
    }

    private boolean change(AuditEntry entry) {
        String target = entry.getSubject();
        SwitchState before = switches.find(target);
        if (!stage.targets().contains(target)
                || (before != null && before.getAt().isAfter(entry.getAt()))) {
            return false;
        }
        boolean live = entry.getKind().equals(Act.LIVE);
        switches.put(
                target,
                SwitchState.newBuilder()
                        .setLive(live)
                        .setSince(Objects.requireNonNullElse(entry.getSince(), entry.getAt()))
                        .setAt(entry.getAt())
                        .setBy(entry.getBy())
                        .setWalk(live ? Walk.BEGIN : null)
                        .build());
        walk.begin();
        return true;
    }
}
