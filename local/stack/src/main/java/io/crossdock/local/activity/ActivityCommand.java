package io.crossdock.local.activity;

import io.crossdock.local.layout.Workspace;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code activity}: simulated people work on the running stack until they are stopped, or for so many orders. */
@Command(
        name = "activity",
        description = "Simulated people capture, accept, pick, pack, ship, cancel and invoice orders.")
public final class ActivityCommand implements Callable<Integer> {

    @Option(
            names = "--orders-per-minute",
            paramLabel = "N",
            defaultValue = "20",
            description = "Orders captured in a minute (default: ${DEFAULT-VALUE}).")
    private double ordersPerMinute;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "0",
            description = "Stop after so many orders, when the last one's life is over; 0 never stops.")
    private int orders;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same orders; else the clock's.")
    private long seed = System.currentTimeMillis();

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "How much faster an order's life passes than 10 to 60 seconds (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--keep-minutes",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long the warehouse keeps what is finished; 0 keeps it (default: ${DEFAULT-VALUE}).")
    private int keepMinutes;

    @Mixin
    private HandOverOptions handOver = new HandOverOptions();

    @Override
    public Integer call() {
        Pace pace = new Pace(ordersPerMinute, speed, Duration.ofMinutes(keepMinutes));
        try (Activity activity = new Activity(
                Systems.of(Workspace.current()),
                handOver.way(),
                handOver.patience(),
                line -> System.out.println(line))) {
            if (orders == 0) {
                activity.runForGood(seed, pace);
            }
            Summary summary = activity.run(orders, seed, pace);
            System.out.println("activity: seed " + seed + ", " + summary.ended().size() + " orders: "
                    + summary.byScenario() + ", " + summary.failures().size() + " ended early");
            return summary.failures().isEmpty() ? 0 : 1;
        }
    }
}
