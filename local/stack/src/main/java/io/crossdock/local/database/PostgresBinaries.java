package io.crossdock.local.database;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked from the archive on the class path. */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int OWNER_EXECUTES = 0100;

    private PostgresBinaries() {}

    /** Directory with {@code bin}, {@code lib} and {@code share}. */
    static synchronized Path unpacked(Workspace workspace) {
        return Unpacking.once(workspace.target("local/stack").resolve("postgres"), PostgresBinaries::unpack);
    }

    private static void unpack(Path directory) throws IOException {
        @Nullable InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
        if (archive == null) {
            throw new StackFailure("The archive " + ARCHIVE + " is not on the class path: run `./crossdock build`.");
        }
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, directory);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        Path file = directory.resolve(entry.getName()).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("the archive names a file outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
