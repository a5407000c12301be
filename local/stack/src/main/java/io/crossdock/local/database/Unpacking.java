package io.crossdock.local.database;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Unpacks an archive once: beside its place first, then renamed, so that an interrupted unpacking is never taken for a whole one. */
final class Unpacking {

    private Unpacking() {}

    /** Writes the content of an archive below a directory. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path directory) throws IOException;
    }

    /** Returns {@code place}, unpacked before or now. */
    static Path once(Path place, Content content) {
        if (Files.isDirectory(place)) {
            return place;
        }
        Path unfinished = place.resolveSibling(place.getFileName() + ".unfinished");
        try {
            Workspace.delete(unfinished);
            Files.createDirectories(unfinished);
            content.writeTo(unfinished);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
            return place;
        } catch (IOException e) {
            throw new StackFailure(
                    "Cannot unpack to " + place + ": " + e.getMessage() + "; is the disk full or not ours?", e);
        }
    }
}
