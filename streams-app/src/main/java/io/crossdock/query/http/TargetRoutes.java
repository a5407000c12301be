package io.crossdock.query.http;

import io.crossdock.query.Rebuild;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.function.Supplier;

/** Who is told, what operators have switched, and how a rebuild goes. */
public final class TargetRoutes implements Routes {

    private final SwitchList switches;
    private final TargetList targets;
    private final TargetSwitch targetSwitch;
    private final Rebuilds rebuilds;
    private final Answers answers;

    /** Routes over the targets; what is switched is told to all partitions by {@code everywhere}. */
    public TargetRoutes(
            SwitchList switches,
            TargetList targets,
            Everywhere everywhere,
            Supplier<Rebuild> rebuild,
            Freshness freshness,
            Clock clock) {
        this.switches = switches;
        this.targets = targets;
        this.targetSwitch = new TargetSwitch(switches, targets, everywhere, clock);
        this.rebuilds = new Rebuilds(rebuild, targets, everywhere, clock);
        this.answers = new Answers(freshness);
    }

    @Override
    public void addTo(JavalinConfig config) {
        config.routes.get("/api/v1/targets", http -> answers.fresh(http, Answers.page(targets.page(http))));
        config.routes.post("/api/v1/targets/{target}/mode", targetSwitch::answer);
        config.routes.get("/api/v1/replay", http -> answers.fresh(http, rebuilds.json()));
        config.routes.post("/api/v1/replay", rebuilds::begin);
        config.routes.get(SwitchList.PATH, http -> Answers.json(http, Answers.page(switches.page())));
    }
}
