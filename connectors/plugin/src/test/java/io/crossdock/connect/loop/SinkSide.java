package io.crossdock.connect.loop;

import io.crossdock.connect.delivery.Question;
import io.crossdock.connect.delivery.SteppedSink;
import io.crossdock.connect.delivery.Switches;
import io.crossdock.contract.Receipt;
import io.crossdock.contract.ReceiptOutcome;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.outbox.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The topic of one target, the offsets of its consumer group, and the sink task that reads it. A copy knows what its task has
 * been through and relives it when it is needed.
 */
final class SinkSide implements AutoCloseable {

    /** What happened to the task since it was started. */
    private sealed interface Past {
        record Put(long offset, Instant now) implements Past {}

        record Answer(String record, Object answer, Instant now) implements Past {}
    }

    private final Flaw flaw;
    private final List<Map<String, Object>> topic;
    private final List<Past> past;
    private @Nullable SteppedSink task;
    private SortedMap<String, Question> questions;
    private List<Object> hidden = List.of();
    private long finished;
    private String refused = "";
    private Instant now = Instant.EPOCH;
    private long committed;
    private long position;
    private long openedAt;
    private final Set<String> unanswered;

    SinkSide(Flaw flaw) {
        this(flaw, new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new TreeSet<>());
    }

    private SinkSide(
            Flaw flaw,
            List<Map<String, Object>> topic,
            List<Past> past,
            SortedMap<String, Question> questions,
            Set<String> unanswered) {
        this.unanswered = unanswered;
        this.flaw = flaw;
        this.topic = topic;
        this.past = past;
        this.questions = questions;
    }

    SinkSide copy() {
        SinkSide copy =
                new SinkSide(flaw, new ArrayList<>(topic), new ArrayList<>(past), questions, new TreeSet<>(unanswered));
        copy.hidden = hidden;
        copy.finished = finished;
        copy.refused = refused;
        copy.now = now;
        copy.committed = committed;
        copy.position = position;
        copy.openedAt = openedAt;
        return copy;
    }

    void send(Map<String, Object> message) {
        if (isState(message)) {
            refused = "";
            unanswered.add((String) message.get("idempotencyKey"));
        }
        topic.add(message);
    }

    /** True if it says what was refused when it was last said. */
    boolean hasRefused(Map<String, Object> message) {
        return isState(message) && refused.equals(message.get("contentHash"));
    }

    /** A refusal is over once something else is desired, be it for a moment. */
    void desires(@Nullable View view) {
        refused = view != null && view.contentHash().equals(refused) ? refused : "";
    }

    private static boolean isState(Map<String, Object> message) {
        return message.get("kind").equals("STATE");
    }

    long messages() {
        return topic.size();
    }

    /** True if a state was sent of which no receipt has come. */
    boolean hasStateInFlight() {
        return !unanswered.isEmpty();
    }

    /** The broker has a receipt. */
    void answered(Receipt receipt) {
        boolean news = unanswered.remove(receipt.getIdempotencyKey());
        boolean last = unanswered.isEmpty() && receipt.getEffect() == null;
        refused = news && last && receipt.getOutcome() == ReceiptOutcome.REJECTED ? receipt.getContentHash() : refused;
    }

    boolean canPoll() {
        return position < topic.size();
    }

    void poll(Instant at) {
        now = at;
        position++;
        put(position - 1, at);
    }

    private void put(long offset, Instant at) {
        SteppedSink live = live();
        past.add(new Past.Put(offset, at));
        live.put(offset, appendedAt(offset), topic.get((int) offset));
        look(live);
    }

    SortedMap<String, Question> questions() {
        return questions;
    }

    /** Answers a question of the task; a receipt that the broker has got is the caller's to carry on. */
    void answer(String record, Object answer, Instant at) {
        SteppedSink live = live();
        now = at;
        past.add(new Past.Answer(record, answer, at));
        live.answer(record, answer);
        look(live);
    }

    boolean canCommit() {
        return committable() > committed;
    }

    void commit() {
        committed = committable();
    }

    private long committable() {
        return flaw == Flaw.OFFSETS_ARE_COMMITTED_BEFORE_RECEIPTS ? position : finished;
    }

    /** What decides how the task goes on, kept so that a copy need not live through everything to tell. */
    private void look(SteppedSink live) {
        questions = live.questions();
        finished = live.committable(position);
        hidden = List.of(live.inDoubt(), remembered(live, "orders"), remembered(live, "letters"));
    }

    private static Object remembered(SteppedSink live, String object) {
        OrderVersion version = live.remembers(object + "/" + Telling.RECORD);
        return version == null ? "nothing" : version;
    }

    long committed() {
        return committed;
    }

    /** The worker is killed and started again at an offset, at most the one committed. */
    void restart(long from) {
        close();
        past.clear();
        questions = new TreeMap<>();
        hidden = List.of();
        finished = from;
        committed = from;
        position = from;
        openedAt = topic.size();
    }

    /** All that decides what it will do, if it may die or not. */
    List<Object> everything(boolean mayDie) {
        return List.of(
                List.copyOf(topic.subList((int) Math.min(mayDie ? 0 : finished, topic.size()), topic.size())),
                mayDie ? committed : 0,
                position,
                Math.max(finished, openedAt),
                mayDie ? committable() : finished,
                questions,
                hidden,
                Set.copyOf(unanswered),
                refused);
    }

    private SteppedSink live() {
        if (task == null) {
            SteppedSink born = new SteppedSink(
                    new Switches(flaw != Flaw.FENCE_IS_OFF, flaw != Flaw.KEYS_ARE_OFF, flaw != Flaw.READ_BACK_IS_OFF),
                    appendedAt(openedAt - 1),
                    () -> now);
            Instant present = now;
            for (Past event : past) {
                switch (event) {
                    case Past.Put put -> {
                        now = put.now();
                        born.put(put.offset(), appendedAt(put.offset()), topic.get((int) put.offset()));
                    }
                    case Past.Answer answer -> {
                        now = answer.now();
                        born.answer(answer.record(), answer.answer());
                    }
                }
            }
            now = present;
            task = born;
        }
        return Objects.requireNonNull(task);
    }

    /** The broker's clock counts the messages. */
    private static Instant appendedAt(long offset) {
        return Instant.EPOCH.plusMillis(offset + 1);
    }

    @Override
    public void close() {
        if (task != null) {
            task.close();
            task = null;
        }
    }
}
