package io.crossdock.local.prove.loop;

import io.crossdock.local.activity.Activity;
import io.crossdock.local.activity.Ended;
import io.crossdock.local.activity.HandOver.Way;
import io.crossdock.local.activity.Summary;
import io.crossdock.local.activity.Systems;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.tables.TableCheck;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * People work, everything goes wrong, and when it is quiet again all messages are delivered once more; then every system is looked
 * into.
 */
public final class LoopProof {

    private static final int TELL_EVERY_S = 10;

    private final Workspace workspace;
    private final Secrets secrets;
    private final Scale scale;
    private final List<Trouble> schedule;
    private final long seed;
    private final @Nullable Protection without;
    private final Progress progress;
    private final Evidence evidence = new Evidence();
    private final Verdict verdict = new Verdict();
    private final Sinks sinks = new Sinks(new Connectors());
    private final CrmFaults crmFaults = new CrmFaults();

    private LoopProof(
            Workspace workspace,
            Scale scale,
            List<Trouble> schedule,
            long seed,
            @Nullable Protection without,
            Progress progress) {
        this.workspace = workspace;
        this.secrets = Secrets.read(workspace);
        this.scale = scale;
        this.schedule = schedule;
        this.seed = seed;
        this.without = without;
        this.progress = progress;
    }

    /**
     * Runs it against the running stack.
     *
     * @param orders how many orders live
     * @param brief faults of seconds instead of minutes
     * @param without the protection that the sinks do without, so that the verdict must be a failure; null for none
     */
    public static Verdict run(
            Workspace workspace,
            int orders,
            boolean brief,
            long seed,
            @Nullable Protection without,
            Progress progress) {
        Scale scale = brief ? Scale.brief(orders) : Scale.full(orders);
        return new LoopProof(workspace, scale, Schedule.of(seed, scale), seed, without, progress).run();
    }

    /**
     * Runs it with nothing but deaths: every process of the running stack ends in the middle of its work.
     *
     * @param orders how many orders live meanwhile
     */
    public static Verdict deadly(Workspace workspace, int orders, long seed, Progress progress) {
        List<Component> components = Component.running(workspace);
        Scale scale = Scale.deadly(orders, Deaths.length(components));
        return new LoopProof(workspace, scale, Deaths.of(seed, components), seed, null, progress).run();
    }

    private Verdict run() {
        progress.step(
                "loop",
                scale.orders() + " orders in " + scale.spread().toSeconds() + " s, faults for "
                        + scale.length().toSeconds() + " s, seed " + seed
                        + (without == null ? "" : ", without " + without.text()));
        Changed changed = new Changed(sinks);
        try (AtExit tidy = new AtExit(() -> tidyUp(changed));
                Mail mail = new Mail(sinks.targets());
                CrmRecords crm = new CrmRecords(secrets);
                Inbound inbound = new Inbound(secrets);
                TableCheck tables = TableCheck.open(secrets, Instant.now())) {
            tidy.alsoOnSignals();
            sinks.rememberBegin();
            changed.change(scale.callsPerMinute(), without);
            Troublemaker trouble = new Troublemaker(
                    schedule,
                    crmFaults,
                    new Kills(workspace),
                    new Scaling(workspace, progress),
                    sinks,
                    evidence,
                    progress);
            Calm calm = new Calm(mail, progress);
            Summary summary = live(trouble, tables, mail);
            calm.await("waiting until everybody has been told", scale.patience());
            trouble.tellAgain(scale.again());
            calm.await("waiting until that is answered once more", scale.patience());
            verdict.check(
                    "every order's life is over",
                    summary.failures().isEmpty() && summary.lives() == scale.orders(),
                    summary.lives() + " of " + scale.orders() + ", "
                            + summary.failures().size() + " ended early");
            new Judge(verdict, secrets, progress).judge(salesOrders(summary), tables, crm, inbound);
            verdict.add(CallBudget.check(crm.calls(), scale.callsPerMinute()));
            Correspondence correspondence = mail.read();
            verdict.addAll(correspondence.checks());
            evidence.add(FaultKind.TOLD_AGAIN, correspondence.toldAgain());
            verdict.addAll(evidence.checks(kinds()));
        }
        return verdict;
    }

    private Set<FaultKind> kinds() {
        Set<FaultKind> kinds = EnumSet.of(FaultKind.TOLD_AGAIN);
        schedule.forEach(trouble -> kinds.add(trouble.kind()));
        return kinds;
    }

    private static Set<String> salesOrders(Summary summary) {
        return summary.ended().stream().map(Ended::salesOrder).collect(Collectors.toSet());
    }

    private void tidyUp(Changed changed) {
        progress.step("tidy", "ending the CRM's faults, giving the sinks their options back");
        crmFaults.endAll();
        changed.putBack();
    }

    /** People and trouble at the same time; looks at the warehouses meanwhile, or it would miss what they delete. */
    private Summary live(Troublemaker trouble, TableCheck tables, Mail mail) {
        tables.look();
        int before = tables.seen();
        long began = System.nanoTime();
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
                Activity activity = new Activity(Systems.of(workspace), Way.TOLD, scale.patience(), progress::plain)) {
            var looking = clock.scheduleWithFixedDelay(() -> look(tables), 2, 2, TimeUnit.SECONDS);
            var telling = clock.scheduleWithFixedDelay(
                    () -> tell(tables.seen() - before, mail.read()), TELL_EVERY_S, TELL_EVERY_S, TimeUnit.SECONDS);
            CompletableFuture<Void> troubles = CompletableFuture.runAsync(trouble);
            Summary summary = activity.run(scale.orders(), seed, scale.pace());
            await(troubles);
            looking.cancel(false);
            telling.cancel(false);
            progress.done("people", summary.byScenario().toString(), began);
            return summary;
        }
    }

    private void look(TableCheck tables) {
        try {
            tables.look();
        } catch (StackFailure e) {
            // Its database has been killed: nobody deletes anything in it either, until it is back.
            progress.plain(e.sentence());
        }
    }

    private static void await(CompletableFuture<Void> troubles) {
        try {
            troubles.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : e;
        }
    }

    private void tell(int reached, Correspondence mail) {
        progress.step(
                "loop",
                reached + " warehouse orders, " + mail.sent() + " messages, " + mail.unanswered() + " on their way");
    }
}
