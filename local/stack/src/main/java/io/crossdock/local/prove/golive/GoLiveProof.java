package io.crossdock.local.prove.golive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.broker.Metrics;
import io.crossdock.local.prove.golive.Outbound.Sent;
import io.crossdock.local.prove.loop.Connectors;
import io.crossdock.local.trial.TrialOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The day on which a distributor switches Crossdock on, and the day on which everything is worked out anew. */
public final class GoLiveProof {

    private static final List<String> SOURCES = List.of("crm-source", "erp-source", "wms-east-source");
    private static final int FEW = 8;
    private static final OldOrder WAITING = new OldOrder(3);
    private static final OldOrder IN_WAREHOUSE = new OldOrder(4);
    private static final Duration SOON = Duration.ofMinutes(3);

    /** Time in which a second push, were there one, would come. */
    private static final long LONGER_MS = 15_000;

    private final int orders;
    private final Progress progress;
    private final Verdict verdict = new Verdict();
    private final Secrets secrets;
    private final Connectors connectors = new Connectors();
    private final Rate rate;

    private GoLiveProof(Workspace workspace, int orders, Progress progress) {
        this.orders = orders;
        this.progress = progress;
        this.secrets = Secrets.read(workspace);
        this.rate = new Rate(progress);
    }

    /** Proves it on the running stack with so many orders. */
    public static Verdict run(Workspace workspace, int orders, Progress progress) {
        return new GoLiveProof(workspace, orders, progress).prove();
    }

    private Verdict prove() {
        try (OldWorld world = OldWorld.open(secrets);
                Outbound outbound = new Outbound();
                Wrongs wrongs = new Wrongs()) {
            first(world);
            Asked.switchAll("observe", "");
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

    private static long known() {
        JsonNode states = Asked.target("crm").path("states");
        long sum = 0;
        for (JsonNode count : states) {
            sum += count.asLong();
        }
        return sum;
    }

    private void observed(Outbound outbound, Wrongs wrongs, long lagBefore, List<TrialOrder> business) {
        awaitQuiet();
        List<Sent> sent = outbound.next();
        verdict.check("while observed nothing is sent", sent.isEmpty(), Outbound.summary(sent));
        long samples = lagSamples() - lagBefore;
        verdict.check("old facts make no lag sample", samples == 0, samples + " samples");
        Map<String, Integer> opened = wrongs.opened();
        verdict.check(
                "nothing alarms", opened.isEmpty(), opened.isEmpty() ? "no exception was opened" : opened.toString());
        JsonNode states = Asked.target("crm").path("states");
        long others = known() - states.path("same").asLong();
        verdict.check(
                "the report says what would be sent: the day's business, and nothing of what the old way has written",
                states.path("same").asLong() >= orders && others <= business.size(),
                states + ", " + business.size() + " orders of the day");
    }

    private void goLive(Outbound outbound, List<TrialOrder> business) {
        progress.step("live", "every target is told from now on");
        Asked.switchAll("live", "");
        Patience.until(SOON, () -> !Asked.isLooking());
        awaitQuiet();
        List<Sent> sent = outbound.next();
        Set<String> old = sent.stream()
                .filter(Sent::isState)
                .map(Sent::key)
                .filter(key -> key.startsWith("8019z"))
                .collect(Collectors.toSet());
        old.removeIf(key -> key.compareTo(new OldOrder(1).crmId()) < 0);
        verdict.check("going live tells nobody what it shows already", old.isEmpty(), old.size() + " old orders told");
        long told = sent.stream()
                .filter(Sent::isState)
                .filter(each -> each.target().equals("crm"))
                .count();
        long distinct = sent.stream()
                .filter(Sent::isState)
                .filter(each -> each.target().equals("crm"))
                .map(Sent::key)
                .distinct()
                .count();
        verdict.check(
                "and the rest once",
                told == distinct && told >= business.size(),
                told + " states of " + distinct + " orders");
        List<Sent> effects = sent.stream().filter(each -> !each.isState()).toList();
        verdict.check("nobody is asked for what the old way has done", effects.isEmpty(), Outbound.summary(effects));
    }

    private void changeOne(OldWorld world, Outbound outbound, OldOrder order, String what) {
        progress.step("change", "the warehouse releases " + order.warehouseOrder());
        world.release(order);
        Patience.until(SOON, () -> isReleased(order));
        Pause.millis(LONGER_MS);
        pushed(outbound.next(), order, what);
    }

    private static boolean isReleased(OldOrder order) {
        return Asked.order(order.crmHome())
                .filter(found -> found.path("status").asText().equals("RELEASED"))
                .isPresent();
    }

    private void pushed(List<Sent> sent, OldOrder order, String what) {
        boolean once = sent.size() == 1 && sent.getFirst().key().equals(order.crmId());
        verdict.check(what, once, Outbound.summary(sent));
    }

    private void rebuild(OldWorld world, Outbound outbound, Wrongs wrongs) {
        progress.step("rebuild", "everything is worked out anew from what came in");
        wrongs.forget();
        JsonNode asked = Asked.rebuild();
        long epoch = asked.path("epoch").asLong();
        OldOrder changed = new OldOrder(orders / 4 * 4 - 4);
        world.release(changed);
        rate.awaitRebuild(epoch);
        Patience.until(SOON, () -> isReleased(changed));
        List<Sent> muted = outbound.next();
        verdict.check("a rebuild sends nothing", muted.isEmpty(), Outbound.summary(muted));
        Map<String, Integer> opened = wrongs.opened();
        verdict.check(
                "a rebuild alarms nobody",
                opened.isEmpty(),
                opened.isEmpty() ? "no exception was opened" : opened.toString());
        Hashes hashes = Hashes.read(epoch);
        List<String> different = hashes.different();
        verdict.check(
                "every status was published again and is the same, but for the one that changed",
                hashes.missing().isEmpty() && different.size() == 1,
                hashes.again() + " again, " + hashes.missing().size() + " missing, " + different.size() + " different");
        progress.step("live", "every target is told again");
        Asked.switchAll("live", asked.path("cut").asText());
        Patience.until(SOON, () -> !Asked.isLooking());
        awaitQuiet();
        pushed(outbound.next(), changed, "after a rebuild one push for the one order that changed");
    }

    /** Until nothing has come in for a while. */
    private void awaitQuiet() {
        long before = -1;
        long now = rate.normalized();
        while (now != before) {
            Pause.millis(LONGER_MS);
            before = now;
            now = rate.normalized();
        }
    }

    private static long lagSamples() {
        return Metrics.scrape().sums("crossdock_order_state_lag_seconds_count", Map.of(), "target").values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
