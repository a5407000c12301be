package io.crossdock.reconcile;

import io.crossdock.contract.RunningRound;
import io.crossdock.contract.SourceTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How one entity of a source and what was heard of it agree, over all partitions.
 *
 * @param connection connection whose entity it is
 * @param entity in kebab-case
 * @param round begin of the last round that all partitions have seen to its end, by the source's clock; null before the first
 * @param endedAt when it had read the entity; null before the first
 * @param rows rows the source had in it
 * @param held how many of them had been heard as they were
 * @param running begin of the round that reads it now; null if none does
 * @param walked rows that it has read so far
 * @param about how many there are, about; null if the source does not know
 * @param missing rows the source has and that were not heard
 * @param stale rows whose last change was not heard
 * @param surplus rows that the source does not have any more, and whose deletion was not heard
 * @param more true if there are more than that
 * @param named primary keys of the first few that are missing or stale
 * @param namedSurplus primary keys of the first few that are surplus
 * @param askedAt when rows were last asked to be read again; null if all were heard
 */
public record EntityStanding(
        String connection,
        String entity,
        @Nullable Instant round,
        @Nullable Instant endedAt,
        long rows,
        long held,
        @Nullable Instant running,
        long walked,
        @Nullable Long about,
        long missing,
        long stale,
        long surplus,
        boolean more,
        List<String> named,
        List<String> namedSurplus,
        @Nullable Instant askedAt) {

    private static final int NAMED = 5;

    public EntityStanding {
        named = List.copyOf(named);
        namedSurplus = List.copyOf(namedSurplus);
    }

    /** One for each entity, in the order of their names. */
    static List<EntityStanding> of(Collection<SourceTally> tallies) {
        Map<String, List<SourceTally>> byEntity = new TreeMap<>();
        for (SourceTally tally : tallies) {
            byEntity.computeIfAbsent(tally.getConnection() + "|" + tally.getEntity(), key -> new ArrayList<>())
                    .add(tally);
        }
        return byEntity.values().stream().map(EntityStanding::sum).toList();
    }

    /** Rows that were not heard as they are. */
    public long open() {
        return missing + stale;
    }

    private static EntityStanding sum(List<SourceTally> parts) {
        SourceTally first = parts.getFirst();
        boolean seenByAll = parts.stream().allMatch(part -> part.getRound() != null);
        List<RunningRound> running = parts.stream()
                .map(SourceTally::getRunning)
                .filter(Objects::nonNull)
                .toList();
        return new EntityStanding(
                first.getConnection(),
                first.getEntity(),
                seenByAll ? extreme(parts, SourceTally::getRound, false) : null,
                seenByAll ? extreme(parts, SourceTally::getEndedAt, true) : null,
                sum(parts, SourceTally::getRows),
                sum(parts, SourceTally::getHeld),
                running.isEmpty() ? null : running.getFirst().getRound(),
                running.stream().mapToLong(RunningRound::getWalked).max().orElse(0),
                running.isEmpty() ? null : running.getFirst().getAbout(),
                sum(parts, SourceTally::getMissing),
                sum(parts, SourceTally::getStale),
                sum(parts, SourceTally::getSurplus),
                parts.stream().anyMatch(SourceTally::getMore),
                names(parts, SourceTally::getNamed),
                names(parts, SourceTally::getNamedSurplus),
                extreme(parts, SourceTally::getAskedAt, true));
    }

    private static long sum(List<SourceTally> parts, ToLongFunction<SourceTally> count) {
        return parts.stream().mapToLong(count).sum();
    }

    private static List<String> names(List<SourceTally> parts, Function<SourceTally, List<String>> names) {
        return parts.stream()
                .flatMap(part -> names.apply(part).stream())
                .sorted()
                .limit(NAMED)
                .toList();
    }

    private static @Nullable Instant extreme(
            List<SourceTally> parts, Function<SourceTally, @Nullable Instant> time, boolean latest) {
        List<Instant> times = new ArrayList<>();
        for (SourceTally part : parts) {
            Instant known = time.apply(part);
            if (known != null) {
                times.add(known);
            }
        }
        if (times.isEmpty()) {
            return null;
        }
        return latest ? Collections.max(times) : Collections.min(times);
    }
}
