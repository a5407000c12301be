package io.crossdock.bench.throughput;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench throughput}: facts a second, beside what only carries the same bytes. Needs no running stack and meets none. */
@Command(
        name = "throughput",
        description =
                "Facts a second of the whole topology, beside a pipe with the same hops, topics, bytes and guarantees.",
        mixinStandardHelpOptions = true)
public final class ThroughputCommand implements Callable<Integer> {

    @Option(names = "--short", description = "A few orders: shows that it works, gives no figures.")
    private boolean brief;

    @Option(
            names = "--lines",
            split = ",",
            description = "Lines of the orders: 4, 10, 500 (default: all three, one after the other).")
    private @Nullable List<Integer> lines;

    @Option(names = "--orders", description = "How many orders are measured, instead of the usual number.")
    private int orders;

    @Option(names = "--warm-up", description = "How many orders come before, instead of the usual number.")
    private int warmUp;

    @Option(names = "--profile", description = "Record where the time goes, and print it.")
    private boolean profile;

    @Mixin
    private final Inside inside = new Inside();

    private final Progress progress = new Progress(System.out);

    @Override
    public Integer call() throws IOException {
        if (!inside.isSo()) {
            return inside.run("throughput", options());
        }
        Workspace workspace = Workspace.current();
        List<List<Outcome>> runs = new ArrayList<>();
        for (Size size : sizes()) {
            Path recording = Files.createTempFile("crossdock-throughput", ".jfr");
            try {
                runs.add(new ThroughputRun(
                                workspace, progress, size, profile ? recording.toString() : StreamsWorker.NO_RECORDING)
                        .run());
                if (profile) {
                    Profile.print(recording, System.out);
                }
            } finally {
                Files.deleteIfExists(recording);
            }
        }
        ThroughputReport.print(System.out, runs);
        return 0;
    }

    private List<Size> sizes() {
        if (brief) {
            return List.of(Size.SHORT);
        }
        return List.of(Size.USUAL, Size.TEN_LINES, Size.WIDE).stream()
                .filter(size -> lines == null || lines.contains(size.lines()))
                .map(size -> new Size(
                        size.lines(), warmUp > 0 ? warmUp : size.warmUp(), orders > 0 ? orders : size.orders()))
                .toList();
    }

    private List<String> options() {
        List<String> options = new ArrayList<>();
        if (brief) {
            options.add("--short");
        }
        if (profile) {
            options.add("--profile");
        }
        if (warmUp > 0) {
            options.add("--warm-up=" + warmUp);
        }
        if (orders > 0) {
            options.add("--orders=" + orders);
        }
        if (lines != null) {
            options.add(Inside.option("--lines", lines));
        }
        return options;
    }
}
