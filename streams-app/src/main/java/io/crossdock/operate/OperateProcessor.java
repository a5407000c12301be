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
import org.jspecify.annotations.Nullable;

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
        goOver(switches.find(SwitchStore.REBUILD));
    }

    @Override
    public void process(Record<String, AuditEntry> input) {
        AuditEntry entry = input.value();
        boolean ours = switches.hasBegun(stage.epoch());
        boolean done = switch (Act.valueOf(entry.getAction())) {
            case ACKNOWLEDGE ->
                ours
                        && exceptions.acknowledge(
                                entry.getSubject(),
                                Kind.parse(entry.getKind()),
                                entry.getBy(),
                                entry.getNote(),
                                entry.getAt(),
                                input);
            case SWITCH -> ours && change(entry);
            case REBUILD -> rebuild(entry);
            case PUBLISH -> ours && publish(entry, input);
        };
        outcomes.count(STAGE, OURSELVES, done ? "applied" : "ignored");
        // A person waits for it.
        context().commit();
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
                state(entry).setLive(live).setWalk(live ? Walk.BEGIN : null).build());
        walk.begin();
        return true;
    }

    private boolean rebuild(AuditEntry entry) {
        long epoch = Long.parseLong(entry.getKind());
        SwitchState before = switches.find(SwitchStore.REBUILD);
        if (epoch < stage.epoch().number() || (before != null && before.getEpoch() >= epoch)) {
            return false;
        }
        SwitchState asked = state(entry).setLive(false).setEpoch(epoch).build();
        switches.put(SwitchStore.REBUILD, asked);
        goOver(asked);
        return true;
    }

    private boolean publish(AuditEntry entry, Record<String, AuditEntry> input) {
        SwitchState rebuild = switches.find(SwitchStore.REBUILD);
        long epoch = Long.parseLong(entry.getKind());
        if (rebuild == null
                || rebuild.getEpoch() != epoch
                || epoch != stage.epoch().number()
                || rebuild.getLive()) {
            return false;
        }
        switches.put(
                SwitchStore.REBUILD,
                SwitchState.newBuilder(rebuild)
                        .setLive(true)
                        .setWalk(Walk.BEGIN)
                        .build());
        exceptions.tellAgain(input);
        walk.begin();
        return true;
    }

    /** Whoever takes this task over in the old epoch finds the same, and goes over too. */
    private void goOver(@Nullable SwitchState rebuild) {
        if (rebuild != null && rebuild.getEpoch() > stage.epoch().number()) {
            stage.nextEpoch().accept(rebuild.getEpoch());
        }
    }

    private static SwitchState.Builder state(AuditEntry entry) {
        return SwitchState.newBuilder()
                .setSince(Objects.requireNonNullElse(entry.getSince(), entry.getAt()))
                .setAt(entry.getAt())
                .setBy(entry.getBy());
    }
}
