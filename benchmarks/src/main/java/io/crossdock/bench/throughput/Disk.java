package io.crossdock.bench.throughput;

import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What files take. */
final class Disk {

    /** Files of a state store that hold its rows. */
    static final String TABLES = ".sst";

    private Disk() {}

    /** Of all files below whose path contains a text, and that hold entries: indexes are made large before they are filled. */
    static long bytes(Path below, String part, String suffix) {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file ->
                            file.toString().contains(part) && file.toString().endsWith(suffix))
                    .mapToLong(Disk::size)
                    .sum();
        } catch (IOException e) {
            throw new StackFailure("The size of " + below + " cannot be told: " + e.getMessage() + ".", e);
        }
    }

    /** Of a file that may just have been merged into another. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
