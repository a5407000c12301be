package io.crossdock.reconcile;

import io.crossdock.contract.Suspect;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.reconcile.Gap;
import io.crossdock.order.reconcile.HeardTo;
import io.crossdock.order.reconcile.SourceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows about which a source and what was heard do not agree: taken down when they are met, judged when everything that would explain
 * them has been handled, dropped when they are heard. A row that is taken down is judged as it was met first; what has become of it
 * since is met by the next round, or a row that changes in each of them would never be judged.
 */
final class Suspicions {

    /** Of one entity in one partition: beyond that the whole entity is read again, and nobody is helped by more names. */
    private static final int MOST = 2_000;

    private final SuspectStore store;
    private final HeldRows held;
    private final Map<String, Integer> counts = new HashMap<>();

    /** Since when it is known that a row was not heard; of a start before, nothing. */
    private final Map<FactKey, Instant> confirmedAt = new HashMap<>();

    Suspicions(SuspectStore store, HeldRows held) {
        this.store = store;
        this.held = held;
    }

    /** A row is met; answers whether it was heard as it is. */
    boolean meet(KeyRecord.Met met, Identifier home) {
        Gap gap = held.compare(met.row(), home, met.key());
        if (gap == null) {
            return true;
        }
        Suspect known = store.find(met.key());
        if (known != null && !known.getGap().equals(Gap.SURPLUS.name())) {
            store.put(Suspect.newBuilder(known).setRound(met.round()).build());
        } else if (known != null || isRoomFor(met.key())) {
            store.put(suspect(met.key(), home, gap, met.row(), met.round()));
        }
        return false;
    }

    /** True if there were more of an entity than are taken down. */
    boolean isFull(String connection, String entity) {
        return counts.getOrDefault(connection + "|" + entity, 0) >= MOST;
    }

    /**
     * Looks at those of a connection again; those that are left, the ones that were not confirmed yet among them. What was confirmed is
     * left for as long as it takes to be told, be it healed meanwhile: that a feed loses rows is worth knowing.
     */
    List<Suspect> judge(String connection, HeardTo heardTo, Instant now) {
        List<Suspect> left = new ArrayList<>();
        counts.keySet().removeIf(entity -> entity.startsWith(connection + "|"));
        for (Suspect suspect : store.of(connection)) {
            Gap gap = judge(suspect);
            if (gap == null) {
                if (isBeingTold(SuspectStore.key(suspect), now)) {
                    left.add(suspect);
                } else {
                    drop(suspect);
                }
                continue;
            }
            boolean confirmed = suspect.getConfirmed() || heardTo.isPast(suspect.getReadAt());
            Suspect judged = Suspect.newBuilder(suspect)
                    .setConfirmed(confirmed)
                    .setGap(gap.name())
                    .build();
            if (!judged.equals(suspect)) {
                store.put(judged);
            }
            if (confirmed && !suspect.getConfirmed()) {
                confirmedAt.put(SuspectStore.key(suspect), now);
            }
            counts.merge(connection + "|" + suspect.getEntity(), 1, Integer::sum);
            left.add(judged);
        }
        return left;
    }

    private void drop(Suspect suspect) {
        store.remove(SuspectStore.key(suspect));
        confirmedAt.remove(SuspectStore.key(suspect));
    }

    private boolean isBeingTold(FactKey key, Instant now) {
        Instant since = confirmedAt.get(key);
        return since != null && since.plus(GapExceptions.TOLD_WITHIN).isAfter(now);
    }

    /** They are being read again. */
    void asked(List<Suspect> suspects) {
        for (Suspect suspect : suspects) {
            store.put(Suspect.newBuilder(suspect)
                    .setAskedRound(suspect.getRound())
                    .build());
        }
    }

    /** A row that stands here was not met by a round that read its entity from {@code began} to {@code ended}. */
    void notMet(FactKey key, Identifier home, long round, Instant began, Instant ended) {
        if (!held.isSurplus(home, key, began)) {
            return;
        }
        Suspect known = store.find(key);
        if (known == null) {
            store.put(suspect(key, home, Gap.SURPLUS, new SourceRow(began, ended), round));
        } else if (known.getGap().equals(Gap.SURPLUS.name())) {
            store.put(Suspect.newBuilder(known).setRound(round).build());
        }
    }

    /** A round has found all that are surplus: the others are there again. */
    void dropSurplusBefore(String connection, String entity, long round) {
        for (Suspect suspect : store.of(connection, entity)) {
            if (suspect.getRound() < round && suspect.getGap().equals(Gap.SURPLUS.name())) {
                drop(suspect);
            }
        }
    }

    /** A whole round has not met them: the source has them no more, or they are heard and only told still. */
    void dropBefore(String connection, String entity, long round, Instant now) {
        for (Suspect suspect : store.of(connection, entity)) {
            boolean isMissed = suspect.getRound() < round && !suspect.getGap().equals(Gap.SURPLUS.name());
            if (isMissed && !isBeingTold(SuspectStore.key(suspect), now)) {
                drop(suspect);
            }
        }
    }

    private @Nullable Gap judge(Suspect suspect) {
        Identifier home = Identifier.parse(suspect.getHome());
        FactKey key = SuspectStore.key(suspect);
        Instant changedAt = suspect.getChangedAt();
        if (suspect.getGap().equals(Gap.SURPLUS.name()) && changedAt != null) {
            return held.isSurplus(home, key, changedAt) ? Gap.SURPLUS : null;
        }
        return held.compare(new SourceRow(changedAt, suspect.getReadAt()), home, key);
    }

    private boolean isRoomFor(FactKey key) {
        String entity = key.connection() + "|" + key.entity();
        return Objects.requireNonNull(counts.merge(entity, 1, Integer::sum)) <= MOST;
    }

    /** Of a row that is surplus, changedAt and readAt are the begin and the end of the reading of its entity. */
    private static Suspect suspect(FactKey key, Identifier home, Gap gap, SourceRow row, long round) {
        Instant changedAt = row.changedAt();
        return Suspect.newBuilder()
                .setConnection(key.connection())
                .setEntity(key.entity())
                .setKey(key.primaryKey())
                .setHome(home.toString())
                .setGap(gap.name())
                .setChangedAt(changedAt == null ? null : Instant.ofEpochMilli(changedAt.toEpochMilli()))
                // In whole milliseconds, rounded up: what was committed before has been read.
                .setReadAt(Instant.ofEpochMilli(row.readAt().toEpochMilli() + 1))
                .setRound(round)
                .setConfirmed(false)
                .setAskedRound(0)
                .build();
    }
}
