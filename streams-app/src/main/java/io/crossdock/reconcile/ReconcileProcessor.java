package io.crossdock.reconcile;

import io.crossdock.contract.SourceTally;
import io.crossdock.contract.Suspect;
import io.crossdock.correlate.HomeRows;
import io.crossdock.exceptions.Judgement;
import io.crossdock.flow.NodeName;
import io.crossdock.freshness.WatermarkStore;
import io.crossdock.freshness.Watermarks;
import io.crossdock.heard.UnreadRows;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.reconcile.Gap;
import io.crossdock.order.reconcile.HeardTo;
import io.crossdock.reference.LatestStore;
import io.crossdock.switches.Epoch;
import io.crossdock.switches.SwitchStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Carries the keys of sources to {@link Suspicions}, and what they come to to the topics of rounds and signals. */
final class ReconcileProcessor extends ContextualProcessor<String, byte[], String, Object> {

    /** Documents in one signal: a condition stays short enough for any database. */
    private static final int DOCUMENTS_A_SIGNAL = 200;

    private final SourceTables tables;
    private final Epoch epoch;
    private final Judgement judgement;
    private final KeyReader reader;
    private final ReadAgain readAgain;
    private final Map<String, HeardTo> heard = new HashMap<>();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Map<String, SourceTally> published = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private Suspicions suspicions;

    @SuppressWarnings("NullAway.Init")
    private Watermarks watermarks;

    @SuppressWarnings("NullAway.Init")
    private Sweep sweep;

    @SuppressWarnings("NullAway.Init")
    private SwitchStore switches;

    ReconcileProcessor(SourceTables tables, Epoch epoch, Judgement judgement) {
        this.tables = tables;
        this.epoch = epoch;
        this.judgement = judgement;
        this.reader = new KeyReader(tables.entities());
        this.readAgain = new ReadAgain(tables);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        switches = new SwitchStore(context.getStateStore(SwitchStore.NAME));
        HomeRows rows = HomeRows.of(context);
        UnreadRows unread = new UnreadRows(context.getStateStore(UnreadRows.NAME));
        suspicions = new Suspicions(
                new SuspectStore(context.getStateStore(SuspectStore.NAME)),
                new HeldRows(rows, unread, new LatestStore(context.getStateStore(LatestStore.NAME)), tables));
        sweep = new Sweep(tables, rows, unread, suspicions);
        sweep.begin(context);
        watermarks = new Watermarks(context.getStateStore(WatermarkStore.NAME));
        new GapExceptions(context, judgement, context.getStateStore(RoundStore.NAME), readAgain).begin();
    }

    @Override
    public void process(Record<String, byte[]> input) {
        if (!switches.publishes(epoch)) {
            // What came in is being read again: what is not heard yet is no gap. The next round says it all once more.
            return;
        }
        switch (reader.read(input.value())) {
            case KeyRecord.Met met -> {
                boolean held = suspicions.meet(met, Identifier.parse(input.key()));
                tally(met.key().connection(), met.key().entity()).met(met.round(), held);
                sweep.met(met);
            }
            case KeyRecord.Began began -> {
                tally(began.connection(), began.entity()).begin(began.round());
                sweep.began(began);
            }
            case KeyRecord.Ended ended -> {
                if (tally(ended.connection(), ended.entity()).end(ended.round(), ended.at())) {
                    suspicions.dropBefore(ended.connection(), ended.entity(), ended.round(), now());
                }
                sweep.ended(ended);
            }
            case KeyRecord.Pulse pulse -> pulse(pulse, input);
            case null -> {
                // Nothing of ours; what it may have said is said again by the next round.
            }
        }
    }

    private void pulse(KeyRecord.Pulse pulse, Record<String, byte[]> input) {
        String connection = pulse.connection();
        Instant landedAt = Instant.ofEpochMilli(input.timestamp());
        HeardTo before = heard.getOrDefault(connection, HeardTo.NOTHING);
        HeardTo now = watermarks
                .watermark(connection)
                .map(known -> before.mark(known, landedAt, now()))
                .orElse(before);
        heard.put(connection, now);
        if (pulse.entity() != null) {
            tally(connection, pulse.entity()).walked(pulse.round(), pulse.walked(), pulse.about());
        }
        List<Suspect> left = suspicions.judge(connection, now, now());
        List<Suspect> open = left.stream().filter(Suspect::getConfirmed).toList();
        count(connection, open);
        ask(connection, open, input);
        publish(connection, input);
    }

    private void count(String connection, List<Suspect> open) {
        open.forEach(suspect -> tally(connection, suspect.getEntity()));
        tallies.forEach((key, tally) -> {
            if (key.startsWith(connection + "|")) {
                tally.count(suspicions.isFull(connection, key.substring(connection.length() + 1)));
            }
        });
        for (Suspect suspect : open) {
            Tally tally = tally(connection, suspect.getEntity());
            switch (Gap.valueOf(suspect.getGap())) {
                case MISSING -> tally.missing(suspect.getKey());
                case STALE -> tally.stale(suspect.getKey());
                case SURPLUS -> tally.surplus(suspect.getKey());
            }
        }
    }

    /** Asks once for each row and round, by documents. */
    private void ask(String connection, List<Suspect> open, Record<String, byte[]> input) {
        Map<String, List<Suspect>> byType = new TreeMap<>();
        for (Suspect suspect : open) {
            if (suspect.getAskedRound() < suspect.getRound()
                    && !suspect.getGap().equals(Gap.SURPLUS.name())) {
                byType.computeIfAbsent(Identifier.parse(suspect.getHome()).type(), type -> new ArrayList<>())
                        .add(suspect);
            }
        }
        byType.forEach((type, suspects) -> {
            Set<String> homes = new LinkedHashSet<>();
            for (Suspect suspect : suspects) {
                // A round meets the rows of a document table by table.
                if (!isAskedFor(suspect, open)) {
                    homes.add(Identifier.parse(suspect.getHome()).value());
                }
                tally(connection, suspect.getEntity()).askedAt(Instant.ofEpochMilli(input.timestamp()));
            }
            List<String> all = List.copyOf(homes);
            for (int from = 0; from < all.size(); from += DOCUMENTS_A_SIGNAL) {
                List<String> some = all.subList(from, Math.min(all.size(), from + DOCUMENTS_A_SIGNAL));
                String id = connection + "|" + type + "|" + suspects.getFirst().getRound() + "|"
                        + context().taskId().partition() + "|" + from;
                String signal = readAgain.documents(connection, type, some, id);
                if (signal != null) {
                    context().forward(input.withKey(connection).withValue((Object) signal), NodeName.SINK_SIGNALS);
                }
            }
            suspicions.asked(suspects);
        });
    }

    /** True if its document was asked for because of another row that this round has met. */
    private static boolean isAskedFor(Suspect suspect, List<Suspect> open) {
        return open.stream()
                .anyMatch(other -> other.getAskedRound() >= suspect.getRound()
                        && other.getHome().equals(suspect.getHome()));
    }

    private void publish(String connection, Record<String, byte[]> input) {
        tallies.forEach((key, tally) -> {
            if (!key.startsWith(connection + "|")) {
                return;
            }
            SourceTally news = tally.news(published.get(key));
            if (news != null) {
                published.put(key, news);
                String name = key + "|" + context().taskId().partition();
                context().forward(input.withKey(name).withValue((Object) news), NodeName.SINK_ROUNDS);
            }
        });
    }

    private Tally tally(String connection, String entity) {
        return tallies.computeIfAbsent(connection + "|" + entity, key -> new Tally(known(key, connection, entity)));
    }

    /** What was published before this task came here. */
    private SourceTally known(String key, String connection, String entity) {
        org.apache.kafka.streams.state.ReadOnlyKeyValueStore<String, SourceTally> rounds =
                context().getStateStore(RoundStore.NAME);
        SourceTally known =
                rounds.get(RoundStore.key(connection, entity, context().taskId().partition()));
        if (known != null) {
            published.put(key, known);
            return known;
        }
        return SourceTally.newBuilder()
                .setConnection(connection)
                .setEntity(entity)
                .build();
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }
}
