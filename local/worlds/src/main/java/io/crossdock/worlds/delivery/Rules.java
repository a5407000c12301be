package io.crossdock.worlds.delivery;

import io.crossdock.config.Settings;
import io.crossdock.normalize.Normalized;
import io.crossdock.normalize.Normalizer;
import io.crossdock.normalize.RawRecord;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.status.Projection;
import io.crossdock.runtime.Assembly;
import io.crossdock.systems.Connection;
import io.crossdock.systems.DeleteLimit;
import io.crossdock.systems.Systems;
import io.crossdock.worlds.world.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules under proof with the mapping files of the proof's own systems.
 *
 * @param normalizers one per era: after a restore the epoch in the connection's file has been raised
 * @param types types of identifiers
 * @param projection the projection as the application assembles it
 * @param limits how fast rows may be deleted, by connection
 */
public record Rules(
        List<Normalizer> normalizers, IdentifierTypes types, Projection projection, Map<String, DeleteLimit> limits) {

    public Rules {
        normalizers = List.copyOf(normalizers);
        limits = Map.copyOf(limits);
    }

    /** Reads the systems and their installations below a folder. */
    public static Rules load(Path connectors) {
        Systems systems = Systems.load(connectors);
        return new Rules(
                List.of(new Normalizer(systems), new Normalizer(Systems.load(withRaisedEpochs(connectors)))),
                systems.identifierTypes(),
                new Assembly(Settings.from(Map.of()), systems).projection(),
                systems.connections().stream().collect(Collectors.toMap(Connection::name, Connection::deletes)));
    }

    /** What a raw record says; empty if a rule says that it says nothing. */
    public List<Fact> facts(Written written) {
        RawRecord record = new RawRecord(
                "raw." + written.connection() + "." + written.entity(),
                0,
                written.number(),
                written.key(),
                written.value().getBytes(StandardCharsets.UTF_8),
                Instant.ofEpochMilli(written.at() + 1),
                null);
        return switch (normalizers.get(written.era()).normalize(record)) {
            case Normalized.Accepted accepted -> accepted.facts();
            case Normalized.Ignored ignored -> List.of();
            case Normalized.Referenced referenced -> List.of();
            case Normalized.Rejected rejected ->
                throw new IllegalStateException(
                        "A record of the world became a dead letter: " + written + ": " + rejected.text());
        };
    }

    private static Path withRaisedEpochs(Path connectors) {
        try {
            Path copy = Files.createTempDirectory("crossdock-worlds");
            try (Stream<Path> files = Files.walk(connectors)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = copy.resolve(connectors.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.writeString(to, Files.readString(file).replace("\"epoch\": 1", "\"epoch\": 2"));
                    to.toFile().deleteOnExit();
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("The systems of the proof cannot be read below " + connectors, e);
        }
    }
}
