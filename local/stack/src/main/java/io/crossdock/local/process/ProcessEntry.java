package io.crossdock.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process as the operating system lists it.
 *
 * @param pid its number
 */
public record ProcessEntry(long pid) {

    /** Places of user and system time in {@code stat}, counted from the state, which follows the name. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final double TICKS_PER_SECOND = 100;

    /** What ends each word of a command line, the last one too. */
    private static final String END = "\0";

    /** Looks at a command line until it is taken as it is: kernel threads never have one. */
    private static final int LOOKS = 50;

    /** Whether it runs; one that has ended and only waits to be collected by its parent does not. */
    public boolean isAlive() {
        try {
            String stat = Files.readString(file("stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Its command line with spaces between the words; empty if it is gone.
     *
     * <p>A process that is just becoming another program has none, or the first letter of one, for an instant: it is
     * looked at again until the line is whole.
     */
    public String commandLine() {
        String line = commandLineNow();
        for (int look = 1; look < LOOKS && !line.endsWith(END) && isAlive(); look++) {
            Pause.millis(1);
            line = commandLineNow();
        }
        return line.replace('\0', ' ').strip();
    }

    private String commandLineNow() {
        try {
            return new String(Files.readAllBytes(file("cmdline")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Its share of memory in KiB, pages used by several processes counted in parts; 0 if it cannot be read. */
    public long proportionalKib() {
        try {
            return Files.readAllLines(file("smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** CPU time it has used, in seconds, as the kernel counts it: in ticks of 10 ms; 0 if it is gone. */
    public double cpuSeconds() {
        try {
            String stat = Files.readString(file("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }

    private Path file(String name) {
        return Path.of("/proc", String.valueOf(pid), name);
    }
}
