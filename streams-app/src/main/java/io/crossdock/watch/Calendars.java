package io.crossdock.watch;

import io.crossdock.order.watch.RoundTheClock;
import io.crossdock.order.watch.WorkingTime;
import io.crossdock.reference.Location;
import io.crossdock.reference.Locations;
import io.crossdock.reference.ReferenceStore;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** The hours in which places work, as one task knows them: for deadlines, never for a status. */
public final class Calendars {

    private final @Nullable Locations locations;
    private final @Nullable String usual;

    /**
     * Those of the reference data.
     *
     * @param sources connections that tell of locations; empty if none does: all hours count
     * @param usual location whose hours count where nobody knows the place; null for all hours
     */
    public Calendars(ProcessorContext<?, ?> context, List<String> sources, @Nullable String usual) {
        this.locations = sources.isEmpty()
                ? null
                : new Locations(context.getStateStore(ReferenceStore.name(Location.ENTITY)), sources);
        this.usual = usual;
    }

    /** The hours of the location with a code; null where nobody knows the place. */
    WorkingTime hours(@Nullable String code) {
        return location(code).or(() -> location(usual)).map(Location::hours).orElse(RoundTheClock.ALWAYS);
    }

    private Optional<Location> location(@Nullable String code) {
        return code == null || locations == null ? Optional.empty() : locations.of(code);
    }
}
