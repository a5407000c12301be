package io.crossdock.normalize;

import io.crossdock.systems.Captured;
import io.crossdock.systems.Connection;
import io.crossdock.systems.Systems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The samples of every system folder: raw values byte by byte, and beside each what it is expected to become. */
final class Samples {

    static final Path CONNECTORS = Path.of("..", "connectors");

    /** One sample; an empty file is a tombstone. */
    record Sample(Connection connection, Captured entity, Path raw, Path expected) {

        RawRecord record() {
            try {
                byte[] value = Files.readAllBytes(raw);
                return new RawRecord(
                        connection.rawTopic(entity),
                        0,
                        42,
                        null,
                        value.length == 0 ? null : value,
                        Instant.parse("2026-11-20T23:45:22Z"),
                        null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return connection.system().name() + "/" + entity.name() + "/" + raw.getFileName();
        }
    }

    private Samples() {}

    /** Every sample, tried on the first connection of its system. */
    static List<Sample> of(Systems systems, Path connectorsDir) {
        List<Sample> samples = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Connection connection : systems.connections()) {
            String system = connection.system().name();
            if (seen.contains(system)) {
                continue;
            }
            seen.add(system);
            Path folder = connectorsDir.resolve("systems").resolve(system);
            for (Captured entity : connection.system().captured()) {
                for (Path raw : files(folder.resolve("samples").resolve(entity.name()), Files::isRegularFile)) {
                    Path expected = folder.resolve("expected").resolve(entity.name());
                    samples.add(
                            new Sample(connection, entity, raw, expected.resolve(String.valueOf(raw.getFileName()))));
                }
            }
        }
        return samples;
    }

    /** Files of a folder, sorted; none if there is no such folder. */
    static List<Path> files(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
