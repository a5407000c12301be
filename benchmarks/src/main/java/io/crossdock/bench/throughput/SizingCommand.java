package io.crossdock.bench.throughput;

import io.crossdock.bench.throughput.Sizing.Prediction;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench sizing}: whether the model of {@code docs/scaling.md} tells what others will measure. Needs no running stack. */
@Command(
        name = "sizing",
        description = {
            "Measures orders of 10 lines on one instance, tells by them what orders of 4 lines on two instances cost,",
            "and measures those too: medians of three runs. Exit 1 if one is off by more than 25 %.",
        },
        mixinStandardHelpOptions = true)
public final class SizingCommand implements Callable<Integer> {

    private static final int LINES = 10;
    private static final int OTHER_LINES = 4;
    private static final int OTHER_INSTANCES = 2;

    @Option(names = "--live", defaultValue = "10000", description = "Orders that stand (default: ${DEFAULT-VALUE}).")
    private int live;

    @Option(names = "--rounds", defaultValue = "3", description = "Runs of each (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Mixin
    private final Inside inside = new Inside();

    private final Progress progress = new Progress(System.out);

    @Override
    public Integer call() {
        if (!inside.isSo()) {
            return inside.run("sizing", List.of("--live=" + live, "--rounds=" + rounds));
        }
        List<Grown> known = new ArrayList<>();
        List<Grown> others = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            progress.step("round", round + " of " + rounds);
            known.add(run(GrowthRun.Plan.of(live, LINES, 1)));
            others.add(run(GrowthRun.Plan.of(live, OTHER_LINES, OTHER_INSTANCES)));
        }
        List<Prediction> predictions = new Sizing(known).predict(others);
        System.out.printf(
                "%n| %d orders of %d lines, %d instances | predicted by %d lines, 1 instance | measured | ratio | within %.0f %% |%n",
                live, OTHER_LINES, OTHER_INSTANCES, LINES, 100 * Sizing.TOLERANCE);
        System.out.println("|---|---|---|---|---|");
        predictions.forEach(each -> System.out.println(each.row()));
        return predictions.stream().allMatch(Prediction::holds) ? 0 : 1;
    }

    private Grown run(GrowthRun.Plan plan) {
        return new GrowthRun(Workspace.current(), progress, plan).run();
    }
}
