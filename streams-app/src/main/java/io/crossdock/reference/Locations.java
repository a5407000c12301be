package io.crossdock.reference;

import io.crossdock.contract.ReferenceEntry;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The warehouses that this instance knows, all of them, with their calendars. In a processor:
 * {@code new Locations(context.getStateStore(ReferenceStore.name(Location.ENTITY)), connections)}; a global store needs no connecting, and
 * is there if a system declares {@code reference.locations}. For deadlines and display, never for a status.
 */
public final class Locations {

    private final Rows<Location> rows;

    /** Reads the global store {@code reference-locations}; {@code connections} are those asked for a bare code. */
    public Locations(ReadOnlyKeyValueStore<String, ReferenceEntry> store, List<String> connections) {
        this.rows = new Rows<>(store, connections, Location.TYPE, Location::read);
    }

    /** The location with a code; empty if no connection knows it, or more than one does. */
    public Optional<Location> of(String code) {
        return rows.find(code);
    }

    /** The location with a code of one connection. */
    public Optional<Location> of(String connection, String code) {
        return rows.find(connection, code);
    }
}
