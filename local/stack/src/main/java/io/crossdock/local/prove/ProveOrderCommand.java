package io.crossdock.local.prove;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.prove.order.GeneratedWorlds;
import io.crossdock.local.prove.order.LiveOrders;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prove order}: generated worlds write raw records, and every order must be told as it is in its world. */
@Command(
        name = "order",
        description = "Generated worlds: any history, any order of arrival, one true status. Needs no running stack.",
        mixinStandardHelpOptions = true)
public final class ProveOrderCommand implements Callable<Integer> {

    private static final int SHORT_ORDERS = 200;
    private static final long SHORT_SEEDS = 2_000;

    private static final long USUAL_SEEDS = 10_000;

    @Option(names = "--seeds", description = "How many worlds (default: 10000, with --short 2000).")
    private @Nullable Long seeds;

    @Option(names = "--from", defaultValue = "0", description = "The first seed (default: ${DEFAULT-VALUE}).")
    private long from;

    @Option(names = "--threads", defaultValue = "2", description = "Threads (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--seed", description = "Only the world of this seed, told as a story.")
    private @Nullable Long seed;

    @Option(names = "--short", description = "2,000 worlds; with --live 200 orders at most.")
    private boolean brief;

    @Option(
            names = "--live",
            description =
                    "On a real broker, 3 partitions, 2 instances of which one is killed twice; starts what it needs.")
    private boolean live;

    @Option(
            names = "--orders",
            defaultValue = "5000",
            description = "With --live: at least so many orders (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--sabotage",
            defaultValue = "none",
            description = "With --live: a fault that must be found, status or record (default: ${DEFAULT-VALUE}).")
    private String sabotage = "none";

    @Override
    public Integer call() {
        if (live) {
            return LiveOrders.run(Workspace.current(), from, brief ? Math.min(orders, SHORT_ORDERS) : orders, sabotage);
        }
        if (seed != null) {
            return GeneratedWorlds.tell(Workspace.current(), seed);
        }
        return GeneratedWorlds.prove(
                Workspace.current(), from, seeds != null ? seeds : brief ? SHORT_SEEDS : USUAL_SEEDS, threads);
    }
}
