package io.crossdock.local.prove.silence;

import io.crossdock.local.client.Address;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Reply;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.broker.Metrics;
import io.crossdock.local.prove.loop.AtExit;
import io.crossdock.local.prove.loop.Connectors;
import io.crossdock.local.prove.seen.Outbound;
import io.crossdock.local.prove.seen.ShownOrders;
import io.crossdock.local.prove.seen.ToldExceptions;
import io.crossdock.local.trial.TrialOrder;
import io.crossdock.local.trial.TrialOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/**
 * The warehouse of the east falls silent while its people ship: one exception says so, nobody is written to about what may have changed
 * since, and what others tell goes on. Then it speaks again, and everything ends by itself.
 */
public final class SilenceProof {

    private static final String SOURCE = "wms-east-source";
    private static final String SILENT = "wms-east|SOURCE_SILENT";
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration IN_TIME = Duration.ofSeconds(30);

    /** {@code pause.longerThan} of {@code notify}, and as much again as a busy machine takes. */
    private static final Duration UNTIL_PAUSED = Duration.ofMinutes(7);

    /** Time in which a letter, were it sent, would be. */
    private static final long LONGER_MS = 15_000;

    private final int orders;
    private final Progress progress;
    private final TrialOrders people;
    private final ShownOrders shown;
    private final Api api =
            new Api(Address.of(Port.APP.url(), "start the stack with `./crossdock up`"), Duration.ofSeconds(10));
    private final Connectors connectors = new Connectors();
    private final Verdict verdict = new Verdict();

    private SilenceProof(int orders, Progress progress, TrialOrders people, ShownOrders shown) {
        this.orders = orders;
        this.progress = progress;
        this.people = people;
        this.shown = shown;
    }

    /** Proves it on the running stack with so many orders. */
    public static Verdict run(Workspace workspace, int orders, Progress progress) {
        Secrets secrets = Secrets.read(workspace);
        try (TrialOrders people = TrialOrders.open(secrets);
                ShownOrders shown = new ShownOrders(people.crm(), secrets)) {
            return new SilenceProof(orders, progress, people, shown).prove();
        }
    }

    private Verdict prove() {
        try (ToldExceptions told = new ToldExceptions(type -> true);
                Outbound outbound = new Outbound();
                AtExit tidy = new AtExit(connectors::resumePaused)) {
            tidy.alsoOnSignals();
            List<TrialOrder> packed = packed();
            TrialOrder left = packed.getFirst();
            people.ship(left);
            await("SHIPPED", List.of(left));
            told.forget();
            List<TrialOrder> unheard = packed.subList(1, packed.size());
            fallSilent(told, unheard);
            goOn(outbound, left);
            speakAgain(told, outbound, unheard);
        }
        return verdict;
    }

    private List<TrialOrder> packed() {
        progress.step("orders", orders + " orders stand packed in the warehouse of the east");
        List<TrialOrder> packed = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            packed.add(people.place());
        }
        await("PACKED", packed);
        return packed;
    }

    private void fallSilent(ToldExceptions told, List<TrialOrder> unheard) {
        progress.step("silent", SOURCE + " is paused; " + unheard.size() + " orders leave unheard");
        connectors.pause(SOURCE);
        unheard.forEach(people::ship);
        Patience.until(UNTIL_PAUSED, () -> !told.opened().isEmpty());
        List<GenericRecord> first = told.opened();
        Duration late = first.isEmpty() ? UNTIL_PAUSED : late(first.getFirst());
        verdict.check(
                "a source that says nothing is reported within 30 s of its limit",
                ToldExceptions.ids(first).contains(SILENT) && late.compareTo(IN_TIME) <= 0,
                ToldExceptions.ids(first) + ", " + late.toMillis() / 1000.0 + " s after its limit");
        progress.step("paused", "until letters wait too");
        boolean paused = Patience.until(UNTIL_PAUSED, SilenceProof::lettersWait);
        verdict.check("letters wait", paused, "crossdock_target_paused{target=\"notify\"} " + (paused ? 1 : 0));
    }

    private static Duration late(GenericRecord exception) {
        return Duration.between(time(exception, "dueAt"), time(exception, "openedAt"));
    }

    private static Instant time(GenericRecord exception, String field) {
        return Instant.ofEpochMilli(((Number) exception.get(field)).longValue());
    }

    private static boolean lettersWait() {
        return Metrics.scrape()
                        .sums("crossdock_target_paused", Map.of("target", "notify"), "target")
                        .getOrDefault("notify", 0L)
                == 1;
    }

    /** What the ERP and the CRM say, and what has nothing to do with the warehouse, goes its way. */
    private void goOn(Outbound outbound, TrialOrder left) {
        progress.step("others", "the ERP invoices and accepts meanwhile");
        outbound.next();
        people.invoice(left);
        TrialOrder accepted = people.place();
        boolean invoiced = Patience.until(SOON, () -> isInvoiced(left));
        boolean known = Patience.until(
                SOON, () -> shown.wrong(List.of(accepted), "OPEN").isEmpty());
        verdict.check(
                "invoicing goes on",
                invoiced,
                left.salesOrder() + (invoiced ? " is" : " is not") + " invoiced, as its order and the CRM say");
        Pause.millis(LONGER_MS);
        List<Outbound.Sent> sent = outbound.next();
        verdict.check(
                "the CRM hears of an order that was accepted, the customer not yet",
                known
                        && letters(sent).isEmpty()
                        && sent.stream().anyMatch(each -> each.target().equals("crm")),
                Outbound.summary(sent));
    }

    private boolean isInvoiced(TrialOrder order) {
        Reply reply = api.get(Query.of("/api/v1/orders/" + Query.segment(order.crmHome())));
        return reply.isOk() && reply.body().at("/axes/billing").asText().equals("INVOICED");
    }

    private static List<Outbound.Sent> letters(List<Outbound.Sent> sent) {
        return sent.stream().filter(each -> each.target().equals("notify")).toList();
    }

    private void speakAgain(ToldExceptions told, Outbound outbound, List<TrialOrder> unheard) {
        List<String> opened = ToldExceptions.ids(told.opened());
        verdict.check(
                "one exception, not one for each of " + unheard.size() + " orders",
                opened.equals(List.of(SILENT)),
                opened.toString());
        progress.step("speaks", SOURCE + " goes on");
        connectors.resume(SOURCE);
        boolean right = await("SHIPPED", unheard);
        boolean over = Patience.until(
                SOON, () -> told.resolved().size() == told.opened().size());
        verdict.check(
                "it ends by itself, and every order stands right",
                right && over && told.opened().size() == 1,
                told.resolved().size() + " of " + told.opened().size() + " resolved, still wrong "
                        + shown.wrong(unheard, "SHIPPED"));
        // One of acceptance, and one for each shipment that left unheard.
        int due = unheard.size() + 1;
        List<Outbound.Sent> letters = new ArrayList<>();
        Patience.until(SOON, () -> {
            letters.addAll(letters(outbound.next()));
            return letters.size() >= due;
        });
        Pause.millis(LONGER_MS);
        letters.addAll(letters(outbound.next()));
        verdict.check("every letter that waited goes out once", letters.size() == due, letters.size() + " of " + due);
    }

    private boolean await(String status, List<TrialOrder> some) {
        return Patience.until(SOON, () -> shown.wrong(some, status).isEmpty());
    }
}
