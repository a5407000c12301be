package io.crossdock.local.prove.reconcile;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.loop.AtExit;
import io.crossdock.local.prove.loop.Connectors;
import io.crossdock.local.prove.loop.Mail;
import io.crossdock.local.prove.loop.Sinks;
import io.crossdock.local.prove.seen.ShownOrders;
import io.crossdock.local.prove.seen.ToldExceptions;
import io.crossdock.local.trial.TrialOrder;
import io.crossdock.local.trial.TrialOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * First a healthy stack under traffic, of which nothing must be said in several rounds. Then shipments leave while nobody reads the
 * warehouse of the east, and its replication slot is moved past them: the orders are told wrong, until the next round finds them. The
 * same with the cursor of the CRM.
 */
public final class ReconcileProof {

    private static final String SOURCE = "wms-east-source";
    private static final String EAST = "wms-east";
    private static final String EVERY = "PT10S";
    private static final int HEALTHY_ROUNDS = 4;
    private static final Duration A_ROUND = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Workspace workspace;
    private final Secrets secrets;
    private final int orders;
    private final Progress progress;
    private final TrialOrders people;
    private final ShownOrders shown;
    private final Connectors connectors = new Connectors();
    private final Verdict verdict = new Verdict();

    private ReconcileProof(
            Workspace workspace,
            Secrets secrets,
            int orders,
            Progress progress,
            TrialOrders people,
            ShownOrders shown) {
        this.workspace = workspace;
        this.secrets = secrets;
        this.orders = orders;
        this.progress = progress;
        this.people = people;
        this.shown = shown;
    }

    /** Proves it on the running stack with so many orders. */
    public static Verdict run(Workspace workspace, Secrets secrets, int orders, Progress progress) {
        try (TrialOrders people = TrialOrders.open(secrets);
                ShownOrders shown = new ShownOrders(people.crm(), secrets)) {
            return new ReconcileProof(workspace, secrets, orders, progress, people, shown).prove();
        }
    }

    private Verdict prove() {
        QuickRounds rounds = new QuickRounds(connectors);
        try (ToldExceptions told =
                        new ToldExceptions(type -> type.equals("SOURCE_GAP") || type.equals("SOURCE_SURPLUS"));
                Mail mail = new Mail(new Sinks(connectors).targets());
                AtExit tidy = new AtExit(() -> {
                    connectors.resumeStopped();
                    rounds.end();
                })) {
            tidy.alsoOnSignals();
            progress.step("rounds", "every " + EVERY + " while this proof runs");
            rounds.begin(EVERY);
            healthy(told);
            if (verdict.exitCode() == 0) {
                Vanished vanished = new Vanished(secrets, people.place());
                List<TrialOrder> lost = lose(vanished);
                find(told, lost);
                surplus(told, vanished);
                heal(told, mail, lost);
                new MovedCursor(connectors, people, shown, progress, verdict).prove(told, orders / 2);
            }
        }
        return verdict;
    }

    /** People work through several rounds, and there is nothing to say. */
    private void healthy(ToldExceptions told) {
        List<TrialOrder> placed = new ArrayList<>();
        for (int round = 1; round <= HEALTHY_ROUNDS; round++) {
            Instant began = Instant.now();
            progress.step("healthy", "round " + round + " of " + HEALTHY_ROUNDS + " under traffic");
            boolean over = Patience.until(A_ROUND, () -> {
                // In the middle of a round as well as between two.
                TrialOrder order = people.place();
                placed.add(order);
                people.ship(order);
                Pause.millis(1_000);
                return Sources.now().haveRoundSince(began);
            });
            if (!over) {
                verdict.check("rounds come to their end", false, "round " + round + " did not within " + A_ROUND);
                return;
            }
        }
        boolean right =
                Patience.until(PATIENCE, () -> shown.wrong(placed, "SHIPPED").isEmpty());
        Sources sources = Sources.now();
        verdict.check(
                "a healthy feed is not accused in " + HEALTHY_ROUNDS + " rounds under traffic",
                told.opened().isEmpty() && sources.open() == 0 && right,
                placed.size() + " orders placed and shipped, " + sources.counted() + ", exceptions "
                        + ToldExceptions.ids(told.opened()));
    }

    /** Half of the orders are known to be packed and leave; the other half is packed while nobody reads. */
    private List<TrialOrder> lose(Vanished vanished) {
        List<TrialOrder> known = new ArrayList<>();
        for (int number = 0; number < orders / 2; number++) {
            known.add(people.place());
        }
        boolean packed =
                Patience.until(PATIENCE, () -> shown.wrong(known, "PACKED").isEmpty());
        progress.step("slot", SOURCE + " is stopped, shipments leave, the slot is moved past them");
        connectors.stop(SOURCE);
        known.forEach(people::ship);
        vanished.delete();
        List<TrialOrder> lost = new ArrayList<>(known);
        for (int number = orders / 2; number < orders; number++) {
            TrialOrder order = people.place();
            people.ship(order);
            lost.add(order);
        }
        new Slot(workspace, secrets).advance();
        connectors.resume(SOURCE);
        Instant resumed = Instant.now();
        boolean complete =
                Patience.until(PATIENCE, () -> Sources.now().completeTo(EAST).isAfter(resumed));
        List<String> wrong = shown.wrong(lost, "SHIPPED");
        verdict.check(
                "the feed goes on as if nothing had been lost",
                packed && complete,
                EAST + " is complete to " + Sources.now().completeTo(EAST) + ", resumed " + resumed);
        verdict.check(
                "and the orders are told wrong meanwhile",
                wrong.size() == lost.size(),
                wrong.size() + " of " + lost.size() + " shipped orders are not shown as shipped");
        return lost;
    }

    private void find(ToldExceptions told, List<TrialOrder> lost) {
        long since = System.nanoTime();
        progress.step("gap", "waiting for a round to find it");
        Set<String> due = Set.of(EAST + "|orders|SOURCE_GAP", EAST + "|shipments|SOURCE_GAP");
        boolean found =
                Patience.until(A_ROUND, () -> new TreeSet<>(ToldExceptions.ids(told.opened())).containsAll(due));
        List<String> texts = told.opened().stream()
                .map(each -> ToldExceptions.text(each, "text"))
                .filter(text -> text.contains(" of shipments "))
                .toList();
        Set<String> names = lost.stream().map(TrialOrder::shipment).collect(Collectors.toSet());
        boolean named = texts.stream().anyMatch(text -> names.stream().anyMatch(text::contains));
        verdict.check(
                "a round finds and names what was lost",
                found && named,
                Math.round((System.nanoTime() - since) / 1e9) + " s, " + ToldExceptions.ids(told.opened()) + ": "
                        + (texts.isEmpty() ? "" : texts.getFirst().split(" They are", 2)[0]));
    }

    /** Nothing can be read again of what is gone: it is named, and over when a person has done what is said. */
    private void surplus(ToldExceptions told, Vanished vanished) {
        progress.step("surplus", "a shipment was deleted there meanwhile");
        boolean named = Patience.until(
                A_ROUND,
                () -> told.opened().stream()
                        .anyMatch(each ->
                                ToldExceptions.text(each, "exceptionId").equals(EAST + "|shipments|SOURCE_SURPLUS")
                                        && ToldExceptions.text(each, "text").contains(vanished.shipment())));
        vanished.deleteOnceMore();
        boolean over = Patience.until(
                A_ROUND, () -> ToldExceptions.ids(told.resolved()).contains(EAST + "|shipments|SOURCE_SURPLUS"));
        verdict.check(
                "what was deleted there unheard is named, and over when it is deleted once more",
                named && over,
                vanished.shipment() + (named ? " named" : " not named") + (over ? ", over" : ", not over"));
    }

    private void heal(ToldExceptions told, Mail mail, List<TrialOrder> lost) {
        long since = System.nanoTime();
        boolean right =
                Patience.until(PATIENCE, () -> shown.wrong(lost, "SHIPPED").isEmpty());
        verdict.check(
                "it is read again, and every order is told right",
                right,
                "after " + Math.round((System.nanoTime() - since) / 1e9) + " s more, still wrong "
                        + shown.wrong(lost, "SHIPPED"));
        boolean over = Patience.until(
                PATIENCE,
                () -> told.resolved().size() == told.opened().size()
                        && Sources.now().open() == 0);
        // Whatever is said twice is said in the rounds that follow.
        Instant healed = Instant.now();
        boolean again = Patience.until(A_ROUND, () -> Sources.now().haveRoundSince(healed));
        List<String> opened = ToldExceptions.ids(told.opened());
        verdict.check(
                "the exceptions resolve by themselves, each was said once",
                over
                        && again
                        && Set.copyOf(opened).size() == opened.size()
                        && told.resolved().size() == opened.size(),
                opened + " opened, " + told.resolved().size() + " resolved");
        boolean answered = Patience.until(PATIENCE, () -> mail.read().unanswered() == 0);
        verdict.addAll(mail.read().checks());
        List<String> twice = shown.notAskedOnce(lost);
        verdict.check(
                "nothing is asked for twice",
                answered && twice.isEmpty(),
                lost.size() + " shipments left, one invoice request each; others " + twice);
    }
}
