package io.crossdock.reference;

import io.crossdock.contract.ReferenceEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Finds typed rows of one kind in its global store. */
final class Rows<T> {

    /** Reads a row of one connection: code and attributes. */
    interface Reading<T> {
        T read(String connection, String code, Map<String, String> attributes);
    }

    private final ReadOnlyKeyValueStore<String, ReferenceEntry> store;
    private final List<String> connections;
    private final String type;
    private final Reading<T> reading;

    Rows(
            ReadOnlyKeyValueStore<String, ReferenceEntry> store,
            List<String> connections,
            String type,
            Reading<T> reading) {
        this.store = store;
        this.connections = List.copyOf(connections);
        this.type = type;
        this.reading = reading;
    }

    /** The row of one connection. */
    Optional<T> find(String connection, String code) {
        return Optional.ofNullable(store.get(connection + ":" + type + ":" + code))
                .flatMap(this::read);
    }

    /** What an earlier mapping wrote in another form is unknown, not the end of the stream. */
    private Optional<T> read(ReferenceEntry entry) {
        try {
            return Optional.of(reading.read(entry.getConnection(), entry.getId(), entry.getAttributes()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The row of the one connection that knows the code; none if several do: nobody guesses which is meant. */
    Optional<T> find(String code) {
        List<T> found = connections.stream()
                .flatMap(connection -> find(connection, code).stream())
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
