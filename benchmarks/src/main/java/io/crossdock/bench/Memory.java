package io.crossdock.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Memory of all processes that belong to a stack, each page shared between processes counted once. */
final class Memory {

    private static final double KIB_PER_MIB = 1024;

    private Memory() {}

    /** PSS of the stack of a checkout, in MiB; zero if none runs. */
    static double mib(Path checkout) {
        Set<ProcessHandle> ours = ProcessHandle.allProcesses()
                .filter(each -> commandLine(each.pid()).contains(checkout + "/"))
                .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
                .collect(Collectors.toSet());
        return ours.stream().mapToLong(each -> proportionalKib(each.pid())).sum() / KIB_PER_MIB;
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // It ended meanwhile, or is another user's.
            return "";
        }
    }

    private static long proportionalKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
