package io.crossdock.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mark a started process leaves in the run directory, so that another terminal, or a launcher after a killed one, finds it.
 *
 * @param name name of the component
 * @param file where the number is written
 * @param mark text that the command line of every process of this stack contains, and no other's does
 */
public record PidFile(String name, Path file, String mark) {

    private static final String SUFFIX = ".pid";

    /** Writes down that {@code pid} is this component now. */
    public void write(long pid) {
        try {
            Files.writeString(file, pid + "\n");
        } catch (IOException e) {
            throw new StackFailure("The pid of " + name + " cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    /** Forgets the process. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The running process of this component; empty if it is gone, or if its number now belongs to somebody else's process. */
    public Optional<ProcessEntry> running() {
        try {
            ProcessEntry entry =
                    new ProcessEntry(Long.parseLong(Files.readString(file).strip()));
            return Optional.of(entry)
                    .filter(ProcessEntry::isAlive)
                    .filter(alive -> alive.commandLine().contains(mark));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** All marks in a run directory. */
    public static List<PidFile> in(Path run, String mark) {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(file -> of(run, nameOf(file), mark))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mark of one component. */
    public static PidFile of(Path run, String name, String mark) {
        return new PidFile(name, run.resolve(name + SUFFIX), mark);
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
