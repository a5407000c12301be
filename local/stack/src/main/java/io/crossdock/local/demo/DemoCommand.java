package io.crossdock.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.activity.Desks;
import io.crossdock.local.activity.HandOver;
import io.crossdock.local.activity.Staff;
import io.crossdock.local.activity.Systems;
import io.crossdock.local.fault.Point;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: one story on the running stack; exit code 0 only if the CRM shows the right status at every step. */
@Command(name = "demo", description = "Tell one order's story on the running stack and measure the lag of each state.")
public final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--kill",
            paramLabel = "POINT",
            description = "Kill the application (-9) on the way: after-normalize, patch-receipt or hand-over.")
    private @Nullable String kill;

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        Timeline timeline = Timeline.ofThisProcess();
        App app = new App();
        if (!app.isReady()) {
            throw new StackFailure("The application is not ready: start the stack with `./crossdock up` first.");
        }
        Systems systems = Systems.of(workspace);
        try (Desks desks = Desks.at(systems);
                HandOver handOver = HandOver.at(desks, HandOver.Way.BY_HAND, Duration.ZERO)) {
            Killer killer = new Killer(workspace, point(), app, timeline);
            String crmId = new Story(Staff.at(systems, desks, handOver), app, killer, timeline).tell();
            show(app, timeline, crmId);
        }
        timeline.title("The CRM shows the right status, every shipment and every tracking number.");
        return 0;
    }

    private @Nullable Point point() {
        if (kill == null) {
            return null;
        }
        return Point.named(kill)
                .orElseThrow(() -> new StackFailure("'" + kill + "' is no point to kill at: take "
                        + Arrays.stream(Point.values()).map(Point::text).collect(Collectors.joining(", ")) + "."));
    }

    private static void show(App app, Timeline timeline, String crmId) {
        JsonNode order = app.order(crmId);
        if (order.isEmpty()) {
            throw new StackFailure("The application does not know the order " + crmId + ".");
        }
        timeline.title("The order, asked for by the CRM's id " + crmId);
        timeline.plain("  status " + order.path("status").asText() + ", root "
                + order.path("root").asText() + ", version "
                + order.path("version").path("epoch").asText() + "."
                + order.path("version").path("seq").asText());
        order.path("lines")
                .forEach(line ->
                        timeline.plain("  line " + line.path("line").asText() + "  " + line.path("quantities")));
        order.path("shipments")
                .forEach(shipment -> timeline.plain("  " + shipment.path("id").asText() + "  "
                        + shipment.path("state").asText() + "  " + shipment.path("tracking")));
        List<LagTable.Row> rows = LagTable.rows(app.syncs("crm:order:" + crmId));
        if (rows.isEmpty()) {
            throw new StackFailure("The application has measured no lag of the order " + crmId + ".");
        }
        timeline.title("Lag of each state: commit at the source, landed, projected, confirmed by the target");
        LagTable.lines(rows).forEach(timeline::plain);
    }
}
