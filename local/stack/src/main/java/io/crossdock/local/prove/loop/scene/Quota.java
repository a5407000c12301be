package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.activity.HandOver.Way;
import io.crossdock.local.activity.PhoneOrder;
import io.crossdock.local.activity.Telephone;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.loop.CallBudget;
import io.crossdock.local.prove.loop.Calm;
import io.crossdock.local.prove.loop.CrmRecords;
import io.crossdock.local.prove.loop.Mail;
import io.crossdock.local.prove.loop.Sinks;
import io.crossdock.local.prove.loop.Unsynced;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Many orders wait for the CRM, which may be called a hundred times a minute: strategic customers come first, and go on coming, and
 * none of the others is left out.
 */
final class Quota implements Scene {

    private static final int CALLS_A_MINUTE = 100;
    private static final int ONE_IN = 10;
    private static final int LATER_A_MINUTE = 30;
    private static final Duration LATER_FOR = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST_CALLS_AN_ORDER = 4;

    private final int orders;

    Quota(int orders) {
        this.orders = orders;
    }

    @Override
    public void play(Stage stage) {
        try (Mail mail = new Mail(stage.sinks().targets());
                CrmRecords records = new CrmRecords(stage.secrets());
                CrmOrders crm = new CrmOrders(stage.secrets());
                Telephone people = new Telephone(stage.systems(), Way.BY_HAND, PATIENCE)) {
            Customers customers = Customers.read(stage.secrets());
            stage.changed().change(CALLS_A_MINUTE, null);
            stage.connectors().stop(Sinks.CRM);
            List<PhoneOrder> waiting = new Taking(
                            orders,
                            Duration.ZERO,
                            number -> people.take(
                                    number % ONE_IN == 0 ? customers.strategic(number) : customers.normal(number)))
                    .join();
            awaitMessages(stage, mail);
            Instant began = Instant.now();
            stage.connectors().resume(Sinks.CRM);
            Taking coming = new Taking(
                    later(),
                    Duration.ofMinutes(1).dividedBy(LATER_A_MINUTE),
                    number -> people.take(customers.strategic(number)));
            watch(stage, crm, waiting, coming, customers, began);
            List<PhoneOrder> later = coming.join();
            new Calm(mail, stage.progress()).await("waiting until everybody has been told", patience());
            stage.verdict().add(CallBudget.check(records.calls(), CALLS_A_MINUTE));
            stage.verdict().addAll(turns(crm, waiting, later, customers, began).checks(CALLS_A_MINUTE));
            stage.verdict().addAll(mail.read().checks());
            stage.verdict().add(Unsynced.await(PATIENCE));
        }
    }

    /** Strategic orders come in the first minutes, at most a third of the time that it takes. */
    private int later() {
        Duration third = Duration.ofMinutes(1).multipliedBy(2L * orders).dividedBy(3L * CALLS_A_MINUTE);
        Duration coming = third.compareTo(LATER_FOR) < 0 ? third : LATER_FOR;
        return (int) Math.max(1, coming.toSeconds() * LATER_A_MINUTE / 60);
    }

    private Duration patience() {
        return PATIENCE.plus(Duration.ofMinutes(1)
                .multipliedBy((long) MOST_CALLS_AN_ORDER * (orders + later()))
                .dividedBy(CALLS_A_MINUTE));
    }

    /** Every order has its message before the first is delivered. */
    private void awaitMessages(Stage stage, Mail mail) {
        stage.progress().step("waiting", orders + " orders were taken, until the CRM is to be told of each");
        if (!Patience.until(PATIENCE, () -> mail.read().unanswered() >= orders)) {
            throw new StackFailure(
                    "Of " + orders + " orders only " + mail.read().unanswered()
                            + " wait to be told to the CRM after " + PATIENCE.toSeconds()
                            + " s: see .crossdock/logs/app.log and `./crossdock status`.");
        }
    }

    /** Says how far it is until all are confirmed, or the patience is over. */
    private void watch(
            Stage stage, CrmOrders crm, List<PhoneOrder> waiting, Taking coming, Customers customers, Instant began) {
        Patience.until(patience(), () -> {
            Pause.millis(LOOK_EVERY.toMillis());
            Turns turns = turns(crm, waiting, coming.taken(), customers, began);
            long left = waiting.size() - turns.confirmed();
            Duration sofar = Duration.between(began, Instant.now());
            String rest = turns.confirmed() == 0
                    ? ""
                    : ", about " + Math.ceilDiv(sofar.toSeconds() * left / turns.confirmed(), 60) + " min more";
            stage.progress()
                    .step(
                            "quota",
                            turns.confirmed() + " of " + waiting.size() + " orders are confirmed, and "
                                    + turns.confirmedLater() + " that came later" + rest);
            return left == 0;
        });
    }

    private static Turns turns(
            CrmOrders crm, List<PhoneOrder> waiting, List<PhoneOrder> later, Customers customers, Instant began) {
        Map<Boolean, Set<String>> byTier = waiting.stream()
                .collect(Collectors.partitioningBy(
                        order -> customers.isStrategic(order.plan().customer()),
                        Collectors.mapping(PhoneOrder::salesOrder, Collectors.toSet())));
        Set<String> came = later.stream().map(PhoneOrder::salesOrder).collect(Collectors.toSet());
        return new Turns(
                byTier.getOrDefault(true, Set.of()), byTier.getOrDefault(false, Set.of()), came, began, crm.calls());
    }
}
