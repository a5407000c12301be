package io.crossdock.local.command;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.start.RunningStack;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code status}: the processes of the stack and what memory each one costs. */
@Command(name = "status", description = "List the processes of the stack and their memory.")
public final class StatusCommand implements Callable<Integer> {

    private static final double KIB_PER_MIB = 1024;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        Map<String, ProcessEntry> running = new LinkedHashMap<>();
        RunningStack.launcher(workspace).ifPresent(entry -> running.put("launcher", entry));
        for (PidFile file : PidFile.in(workspace.run(), workspace.mark())) {
            file.running().ifPresent(entry -> running.put(file.name(), entry));
        }
        if (running.isEmpty()) {
            System.out.println("nothing is running");
            return 1;
        }
        double total = 0;
        for (Map.Entry<String, ProcessEntry> each : running.entrySet()) {
            double mib = withChildren(each.getKey(), each.getValue()) / KIB_PER_MIB;
            total += mib;
            System.out.printf(
                    Locale.ROOT,
                    "%-10s pid %-8d %7.0f MiB%n",
                    each.getKey(),
                    each.getValue().pid(),
                    mib);
        }
        System.out.printf(Locale.ROOT, "%-10s %12s %7.0f MiB%n", "all", "", total);
        return 0;
    }

    /** PostgreSQL is one process per connection; the launcher's children are listed by themselves. */
    private static double withChildren(String name, ProcessEntry entry) {
        Stream<ProcessHandle> children = name.equals("launcher")
                ? Stream.empty()
                : ProcessHandle.of(entry.pid()).stream().flatMap(ProcessHandle::descendants);
        return entry.proportionalKib()
                + children.mapToLong(child -> new ProcessEntry(child.pid()).proportionalKib())
                        .sum();
    }
}
