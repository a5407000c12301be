package io.crossdock.local.prove.golive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.client.targets.Targets;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.broker.Metrics;
import io.crossdock.local.prove.loop.Connectors;
import io.crossdock.local.prove.seen.Outbound;
import io.crossdock.local.prove.seen.Outbound.Sent;
import io.crossdock.local.prove.seen.ToldExceptions;
import io.crossdock.local.trial.TrialOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The day on which a distributor switches Crossdock on, and the day on which everything is worked out anew. */
public final class GoLiveProof {

    private static final List<String> SOURCES = List.of("crm-source", "erp-source", "wms-east-source");
    private static final String SOURCE_SILENT = "SOURCE_SILENT";
    private static final int FEW = 8;
    private static final OldOrder WAITING = new OldOrder(3);
    private static final OldOrder IN_WAREHOUSE = new OldOrder(4);
    private static final Duration SOON = Duration.ofMinutes(3);

    /** A report of targets reads everything that is kept of them. */
    private static final Duration DEAR = Duration.ofSeconds(2);

    /** Time in which a second push, were there one, would come. */
    private static final long LONGER_MS = 15_000;

    private final int orders;
    private final Progress progress;
    private final Verdict verdict = new Verdict();
    private final Secrets secrets;
    private final Connectors connectors = new Connectors();
    private final Asked asked = new Asked();
    private final Rate rate;

    private GoLiveProof(Workspace workspace, int orders, Progress progress) {
        this.orders = orders;
        this.progress = progress;
        this.secrets = Secrets.read(workspace);
        this.rate = new Rate(progress, asked);
    }

    /** Proves it on the running stack with so many orders. */
    public static Verdict run(Workspace workspace, int orders, Progress progress) {
        return new GoLiveProof(workspace, orders, progress).prove();
    }

    private Verdict prove() {
        try (OldWorld world = OldWorld.open(secrets);
                Outbound outbound = new Outbound();
                ToldExceptions wrongs = new ToldExceptions(type -> true)) {
            first(world);
            asked.switchAll(Targets.OBSERVE, null);
            outbound.next();
            wrongs.forget();
            long lagBefore = lagSamples();
            List<TrialOrder> business = load(world);
            observed(outbound, wrongs, lagBefore, business);
            goLive(outbound, business);
            changeOne(world, outbound, new OldOrder(orders / 4 * 4), "one change after going live makes one push");
            rebuild(world, outbound, wrongs);
        }
        return verdict;
    }

    /** A few, of which Crossdock itself tells the CRM: what it shows then is what the old way had written of all of them. */
    private void first(OldWorld world) {
        progress.step("load", "the first eight of " + orders + " open orders, to see what the CRM is to show");
        SOURCES.forEach(connectors::stop);
        world.load(1, FEW, order -> JsonNodeFactory.instance.objectNode(), progress);
        SOURCES.forEach(connectors::beginAnew);
        shown(world, WAITING, "OPEN");
        shown(world, IN_WAREHOUSE, "ALLOCATED");
        awaitQuiet();
    }

    private static ObjectNode shown(OldWorld world, OldOrder order, String status) {
        List<ObjectNode> found = new ArrayList<>();
        boolean there = Patience.until(
                SOON, () -> world.shown(order, status).map(found::add).orElse(false));
        if (!there) {
            throw new StackFailure(
                    order.crmHome() + " is not " + status + " in the CRM after " + SOON.toSeconds() + " s.");
        }
        return found.getLast();
    }

    private List<TrialOrder> load(OldWorld world) {
        ObjectNode waiting = shown(world, WAITING, "OPEN");
        ObjectNode inWarehouse = shown(world, IN_WAREHOUSE, "ALLOCATED");
        SOURCES.forEach(connectors::stop);
        world.load(
                FEW + 1,
                orders,
                order -> OldWorld.like(order.isInWarehouse() ? inWarehouse : waiting, order),
                progress);
        try (Steady steady = new Steady(secrets)) {
            progress.step("snapshot", "the sources begin anew and are read whole");
            long rows = rate.normalized();
            SOURCES.forEach(connectors::beginAnew);
            rate.await("snapshot", rows, (long) orders / 4 * (3 * 3 + 5), () -> known() >= orders);
            return steady.end();
        }
    }

    private long known() {
        return sum(asked.target("crm").path("states"));
    }

    private static long sum(JsonNode counts) {
        return counts.valueStream().mapToLong(JsonNode::asLong).sum();
    }

    private void observed(Outbound outbound, ToldExceptions wrongs, long lagBefore, List<TrialOrder> business) {
        awaitQuiet();
        List<Sent> sent = outbound.next();
        check("while observed nothing is sent", sent.isEmpty(), Outbound.summary(sent));
        long samples = lagSamples() - lagBefore;
        check("old facts make no lag sample", samples == 0, samples + " samples");
        Map<String, Long> opened = wrongs.openedByType();
        // The sources were known before: whoever stops and reads them anew has made them silent, and is told so.
        long silent = Objects.requireNonNullElse(opened.remove(SOURCE_SILENT), 0L);
        check("nothing alarms", opened.isEmpty(), opened.isEmpty() ? "no exception was opened" : opened.toString());
        long over = wrongs.resolved().stream()
                .filter(each -> ToldExceptions.text(each, "type").equals(SOURCE_SILENT))
                .count();
        check(
                "no source is silent once it has been read again",
                silent == over,
                silent + " were while they were stopped and read, " + over + " are no more");
        JsonNode states = asked.target("crm").path("states");
        long others = sum(states) - states.path("same").asLong();
        check(
                "the report says what would be sent: the day's business, and nothing of what the old way has written",
                states.path("same").asLong() >= orders && others <= business.size(),
                states + ", " + business.size() + " orders of the day");
    }

    private void goLive(Outbound outbound, List<TrialOrder> business) {
        progress.step("live", "every target is told from now on");
        asked.switchAll(Targets.LIVE, null);
        awaitLookedAt();
        List<Sent> sent = outbound.next();
        List<String> told = sent.stream()
                .filter(each -> each.isState() && each.target().equals("crm"))
                .map(Sent::key)
                .toList();
        long old = told.stream().filter(OldOrder::isOne).count();
        check("going live tells nobody what it shows already", old == 0, old + " old orders told");
        Set<String> distinct = Set.copyOf(told);
        check(
                "and the rest once",
                told.size() == distinct.size() && told.size() >= business.size(),
                told.size() + " states of " + distinct.size() + " orders");
        List<Sent> effects = sent.stream().filter(each -> !each.isState()).toList();
        check("nobody is asked for what the old way has done", effects.isEmpty(), Outbound.summary(effects));
    }

    private void changeOne(OldWorld world, Outbound outbound, OldOrder order, String what) {
        progress.step("change", "the warehouse releases " + order.warehouseOrder());
        world.release(order);
        Patience.until(SOON, () -> isReleased(order));
        Pause.millis(LONGER_MS);
        pushed(outbound.next(), order, what);
    }

    private boolean isReleased(OldOrder order) {
        return asked.order(order.crmHome())
                .filter(found -> found.path("status").asText().equals("RELEASED"))
                .isPresent();
    }

    private void pushed(List<Sent> sent, OldOrder order, String what) {
        boolean once = sent.size() == 1 && sent.getFirst().key().equals(order.crmId());
        check(what, once, Outbound.summary(sent));
    }

    private void rebuild(OldWorld world, Outbound outbound, ToldExceptions wrongs) {
        progress.step("rebuild", "everything is worked out anew from what came in");
        wrongs.forget();
        JsonNode rebuild = asked.rebuild();
        long epoch = rebuild.path("epoch").asLong();
        OldOrder changed = new OldOrder(orders / 4 * 4 - 4);
        // Not before the epoch that ends has published its last, or it would be the one to say so.
        Patience.until(
                SOON,
                () -> asked.replay()
                        .filter(now -> now.path("epoch").asLong() == epoch)
                        .isPresent());
        world.release(changed);
        rate.awaitRebuild(epoch);
        Patience.until(SOON, () -> isReleased(changed));
        List<Sent> muted = outbound.next();
        check("a rebuild sends nothing", muted.isEmpty(), Outbound.summary(muted));
        Map<String, Long> opened = wrongs.openedByType();
        check(
                "a rebuild alarms nobody",
                opened.isEmpty(),
                opened.isEmpty() ? "no exception was opened" : opened.toString());
        Hashes hashes = Hashes.read(epoch);
        List<String> different = hashes.different();
        check(
                "every status was published again and is the same, but for the one that changed",
                hashes.missing().isEmpty() && different.size() == 1,
                hashes.again() + " again, " + hashes.missing().size() + " missing, " + different.size() + " different");
        progress.step("live", "every target is told again");
        asked.switchAll(Targets.LIVE, rebuild.path("cut").asText());
        awaitLookedAt();
        pushed(outbound.next(), changed, "after a rebuild one push for the one order that changed");
    }

    /** Until every target has been looked through and nothing more comes in. */
    private void awaitLookedAt() {
        Patience.until(SOON, DEAR, () -> !asked.isLooking());
        awaitQuiet();
    }

    /** Until nothing has come in for a while, and all of it has been worked off: rows are read faster than orders are projected. */
    private void awaitQuiet() {
        long before = -1;
        long now = rate.normalized();
        while (now != before || rate.waiting() > 0) {
            Pause.millis(LONGER_MS);
            before = now;
            now = rate.normalized();
        }
    }

    /** Told at once: a run takes an hour, and what was found is not to be lost with its end. */
    private void check(String what, boolean holds, String detail) {
        verdict.check(what, holds, detail);
        progress.step(holds ? "ok" : "FAIL", what + ": " + detail);
    }

    private static long lagSamples() {
        return Metrics.scrape().sums("crossdock_order_state_lag_seconds_count", Map.of(), "target").values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
