package io.crossdock.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders in which an instance keeps its stores, one an epoch. */
final class StateDirs {

    private StateDirs() {}

    /** Throws away what this instance kept in other epochs; {@code base} is the name of the first one's. */
    static void deleteOthers(Path stateDir, String base, String current) {
        if (!Files.isDirectory(stateDir)) {
            return;
        }
        Pattern ofAnyEpoch = Pattern.compile(Pattern.quote(base) + "(-e[0-9]+)?");
        try (Stream<Path> folders = Files.list(stateDir)) {
            List<Path> others = folders.filter(folder -> {
                        String name = folder.getFileName().toString();
                        return ofAnyEpoch.matcher(name).matches() && !name.equals(current);
                    })
                    .toList();
            for (Path other : others) {
                delete(other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The stores of older epochs in " + stateDir + " cannot be deleted.", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
