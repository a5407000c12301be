package io.crossdock.bench.throughput;

import io.crossdock.local.layout.Workspace;
import io.crossdock.systems.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench event}: what a fact costs by the width of its order, in this process alone; the widths take turns. */
@Command(
        name = "event",
        description = "CPU of one fact in narrow and wide orders: the projection alone, and the whole topology under a"
                + " test driver. Needs no broker and no running stack.",
        mixinStandardHelpOptions = true)
public final class EventCommand implements Callable<Integer> {

    /** Facts that each width is measured with in a round, as far as one order does not have more. */
    private static final int FACTS_A_ROUND = 2_500;

    /** The compiler is done with most of what runs after some 25,000 facts. */
    private static final int WARM_UP_ROUNDS = 12;

    private static final int WARM_UP_WIDTH = 10;

    @Option(
            names = "--lines",
            split = ",",
            defaultValue = "4,10,100,500",
            description = "Widths (default: ${DEFAULT-VALUE}).")
    private List<Integer> lines = List.of();

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Rounds, after a warm-up (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--profile", description = "Record where the time goes, and print it.")
    private boolean profile;

    private int nextOrder = 1;

    @Override
    public Integer call() throws Exception {
        Systems systems = Systems.load(Workspace.current().connectors());
        double[][] projection = new double[lines.size()][rounds];
        double[][] whole = new double[lines.size()][rounds];
        for (int round = 1; round <= WARM_UP_ROUNDS; round++) {
            List<List<RawFact>> orders = orders(WARM_UP_WIDTH);
            told("warm-up", round, WARM_UP_ROUNDS, WARM_UP_WIDTH, cost(systems, orders));
        }
        Recording recording = null;
        if (profile) {
            recording = new Recording(Configuration.getConfiguration("profile"));
            recording.start();
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < lines.size(); i++) {
                Cost cost = cost(systems, orders(lines.get(i)));
                projection[i][round] = cost.projection;
                whole[i][round] = cost.whole;
                told("round", round + 1, rounds, lines.get(i), cost);
            }
        }
        print(projection, whole);
        if (recording != null) {
            print(recording);
        }
        return 0;
    }

    private record Cost(double projection, double whole) {}

    private static Cost cost(Systems systems, List<List<RawFact>> orders) {
        return new Cost(FactCost.ofProjection(systems, orders), FactCost.ofTopology(systems, orders));
    }

    private static void told(String what, int round, int of, int width, Cost cost) {
        System.err.printf(
                Locale.ROOT,
                "%s %d of %d, %d lines: projection %.0f, whole topology %.0f µs a fact%n",
                what,
                round,
                of,
                width,
                cost.projection,
                cost.whole);
    }

    private List<List<RawFact>> orders(int width) {
        List<List<RawFact>> orders = new ArrayList<>();
        for (int facts = 0; facts < FACTS_A_ROUND; facts += orders.getLast().size()) {
            orders.add(TypicalOrder.of(nextOrder++, width));
        }
        return orders;
    }

    private void print(double[][] projection, double[][] whole) {
        System.out.println("| lines | projection µs a fact | whole topology µs a fact | of the narrowest |");
        System.out.println("|---|---|---|---|");
        for (int i = 0; i < lines.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.0f | %.0f | %.1f |%n",
                    lines.get(i),
                    median(projection[i]),
                    median(whole[i]),
                    median(whole[i]) / median(whole[0]));
        }
    }

    private static void print(Recording recording) throws IOException {
        Path file = Files.createTempFile("crossdock-event", ".jfr");
        try {
            recording.stop();
            recording.dump(file);
            recording.close();
            Profile.print(file, System.out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double median(double @Nullable [] values) {
        double[] sorted = values == null ? new double[1] : values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
