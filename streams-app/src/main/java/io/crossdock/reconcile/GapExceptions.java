package io.crossdock.reconcile;

import io.crossdock.contract.SourceTally;
import io.crossdock.exceptions.ExceptionLifeCycle;
import io.crossdock.exceptions.Judgement;
import io.crossdock.exceptions.Subject;
import io.crossdock.exceptions.Wrong;
import io.crossdock.flow.NodeName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Tells of entities whose rows were not heard (R194): one task does, for all partitions, so that what is wrong with an entity is told
 * once. It waits until a figure has stood for one look, so that the text counts what the partitions find one after the other.
 */
final class GapExceptions {

    private static final String SOURCE_GAP = "SOURCE_GAP";
    private static final String SOURCE_SURPLUS = "SOURCE_SURPLUS";
    private static final int TELLING = 0;
    private static final Duration RHYTHM = Duration.ofSeconds(5);

    /** A figure that stands for so long is told: it is looked at when it is new, and once more, and the figures take their time to come. */
    static final Duration TOLD_WITHIN = RHYTHM.multipliedBy(3);

    private final ProcessorContext<String, Object> context;
    private final ExceptionLifeCycle exceptions;
    private final ReadOnlyKeyValueStore<String, SourceTally> rounds;
    private final ReadAgain readAgain;
    private final Map<String, String> atLastLook = new HashMap<>();
    private final Map<String, Instant> wholeAsked = new HashMap<>();

    GapExceptions(
            ProcessorContext<String, Object> context,
            Judgement judgement,
            ReadOnlyKeyValueStore<String, SourceTally> rounds,
            ReadAgain readAgain) {
        this.context = context;
        this.exceptions = new ExceptionLifeCycle(context, judgement);
        this.rounds = rounds;
        this.readAgain = readAgain;
    }

    /** Looks again and again. */
    void begin() {
        if (context.taskId().partition() == TELLING) {
            context.schedule(RHYTHM, PunctuationType.WALL_CLOCK_TIME, this::tell);
        }
    }

    private void tell(long millis) {
        for (EntityStanding standing : RoundStore.all(rounds)) {
            String key = standing.connection() + "|" + standing.entity();
            String figures = standing.open() + "/" + standing.surplus();
            boolean stands = figures.equals(atLastLook.put(key, figures));
            if (stands) {
                Record<String, Object> cause = new Record<>(key, standing, millis);
                exceptions.update(
                        Subject.ofPart(key, standing.connection()),
                        wrong(standing),
                        Instant.ofEpochMilli(millis),
                        cause);
                askForAll(key, standing, cause);
            }
        }
    }

    private static Map<String, Wrong> wrong(EntityStanding standing) {
        Map<String, Wrong> wrong = new HashMap<>();
        if (standing.open() > 0) {
            wrong.put(SOURCE_GAP, Wrong.of(gap(standing)));
        }
        if (standing.surplus() > 0) {
            wrong.put(SOURCE_SURPLUS, Wrong.of(surplus(standing)));
        }
        return wrong;
    }

    /** So many rows are missing that naming them would cost more than reading everything; once for each round. */
    private void askForAll(String key, EntityStanding standing, Record<String, Object> cause) {
        Instant round = Objects.requireNonNullElse(standing.round(), Instant.EPOCH);
        if (standing.more() && !round.equals(wholeAsked.put(key, round))) {
            String signal = readAgain.table(standing.connection(), standing.entity(), key + "|" + round.toEpochMilli());
            context.forward(cause.withKey(standing.connection()).withValue(signal), NodeName.SINK_SIGNALS);
        }
    }

    private static String gap(EntityStanding standing) {
        return count(standing.open(), standing.more()) + " of " + standing.entity() + " at " + standing.connection()
                + " not heard as they are there (" + standing.missing() + " missing, " + standing.stale()
                + " changed since), the first " + standing.named()
                + ". They are being read again, and this ends by itself when they"
                + " are heard; /api/v1/sources says how many are left. If it lasts: does " + standing.connection()
                + "-source run, and may it write to crossdock_signal, if it is a database (grants.sql)? A feed loses rows when its"
                + " replication slot or its offsets are moved, or its log was deleted before it was read.";
    }

    private static String surplus(EntityStanding standing) {
        return count(standing.surplus(), false) + " of " + standing.entity() + " at " + standing.connection()
                + " held here and not there any more, the first " + standing.namedSurplus()
                + ": their deletion was not heard, and"
                + " nothing can read it again. Ask who runs the system whether they are meant to be gone. If so, insert such a row"
                + " there with its key and delete it again; if not, restore it. What it says stands until then.";
    }

    private static String count(long rows, boolean more) {
        return (more ? "More than " : "") + rows + (rows == 1 && !more ? " row" : " rows");
    }
}
