package io.crossdock.local.start;

import io.crossdock.local.process.ProcessEntry;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out which process listens at a port, as far as we may know. */
final class PortOwner {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int SHOWN = 80;

    private PortOwner() {}

    /** For example {@code pid 4711 (java -cp …)}; empty if it is another user's process. */
    static Optional<String> of(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            sockets.addAll(listening(PROC.resolve(table), port));
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, sockets)) {
                    return Optional.of(describe(Long.parseLong(String.valueOf(process.getFileName()))));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static List<String> listening(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns ->
                            columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
                    .map(columns -> "socket:[" + columns[9] + "]")
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file)
                        && sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // Another user's process, or one that ended meanwhile.
            return false;
        }
    }

    private static String describe(long pid) {
        String command = new ProcessEntry(pid).commandLine();
        return "pid " + pid + " (" + (command.length() > SHOWN ? command.substring(0, SHOWN) + "…" : command) + ")";
    }
}
