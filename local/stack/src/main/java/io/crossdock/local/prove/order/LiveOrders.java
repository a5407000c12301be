package io.crossdock.local.prove.order;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.start.Beside;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code prove order --live}: in a process of its own, with a broker and two instances that meet no running stack. */
public final class LiveOrders {

    private LiveOrders() {}

    /**
     * Runs the proof to its verdict.
     *
     * @param from first seed
     * @param orders at least so many
     * @param sabotage {@code none}, or a fault that the proof must find: {@code status} or {@code record}
     * @return exit code, 0 if everything holds
     */
    public static int run(Workspace workspace, long from, int orders, String sabotage) {
        return Beside.run(
                workspace,
                List.of("-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
                System.getProperty("java.class.path"),
                List.of(LiveOrders.class.getName(), String.valueOf(from), String.valueOf(orders), sabotage),
                Map.of(
                        Workspace.CONNECTORS,
                        GeneratedWorlds.connectors(workspace).toString(),
                        // So soon that orders are archived and come back while their worlds go on.
                        "CROSSDOCK_ARCHIVE_AFTER",
                        "PT3S"));
    }

    /** The process: first seed, orders, sabotage. */
    public static void main(String[] args) {
        Progress progress = new Progress(System.out);
        long since = System.nanoTime();
        History history = History.of(Long.parseLong(args[0]), Integer.parseInt(args[1]));
        progress.done(
                "worlds",
                history.expected().size() + " orders, " + history.records().size() + " records",
                since);
        Sabotage sabotage = Sabotage.valueOf(args[2].toUpperCase(Locale.ROOT));
        Verdict verdict = new LiveProof(Workspace.current(), progress, history, sabotage).run();
        verdict.print(System.out);
        System.exit(verdict.exitCode());
    }
}
