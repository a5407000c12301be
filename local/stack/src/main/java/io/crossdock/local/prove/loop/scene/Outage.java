package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.activity.HandOver.Way;
import io.crossdock.local.activity.PhoneOrder;
import io.crossdock.local.activity.Telephone;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.loop.Calm;
import io.crossdock.local.prove.loop.Mail;
import io.crossdock.local.prove.loop.Unsynced;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Orders are taken, handed over and shipped with the CRM up, away and up again: the other targets do not notice. */
final class Outage implements Scene {

    private static final int CUSTOMERS = 40;
    private static final int A_MINUTE = 60;
    private static final int WARM_UP = 5;
    /** All that Crossdock asks the CRM about; the receiver of letters is a path of the same server, and stays. */
    private static final List<String> OBJECTS = List.of("Order", "OrderItem", "Case");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final int orders;

    Outage(int orders) {
        this.orders = orders;
    }

    @Override
    public void play(Stage stage) {
        try (Mail mail = new Mail(stage.sinks().targets());
                Published published = new Published();
                Stamps stamps = new Stamps();
                Telephone people = new Telephone(stage.systems(), Way.TOLD, PATIENCE)) {
            live(people, WARM_UP);
            Map<Phase, Set<String>> ids = new EnumMap<>(Phase.class);
            long refused = 0;
            long wentAt = 0;
            long cameAt = 0;
            for (Phase phase : Phase.values()) {
                stage.progress().step("outage", phase.text() + ": " + orders + " orders, " + A_MINUTE + " a minute");
                if (phase.isAway()) {
                    OBJECTS.forEach(object -> stage.crmFaults().begin(name(object), dropped(object)));
                    wentAt = System.currentTimeMillis();
                }
                ids.put(phase, known(live(people, orders), published));
                awaitOthers(stage, phase, ids, stamps);
                if (phase.isAway()) {
                    cameAt = System.currentTimeMillis();
                    refused = OBJECTS.stream()
                            .mapToLong(object -> stage.crmFaults().end(name(object)))
                            .sum();
                    new Calm(mail, stage.progress()).await("waiting until the CRM has been told too", PATIENCE);
                }
            }
            new Calm(mail, stage.progress()).await("waiting until everybody has been told", PATIENCE);
            PhaseLags lags = new PhaseLags(ids, stamps.read());
            lags.lines().forEach(stage.progress()::plain);
            stage.verdict().addAll(lags.checks(wentAt, cameAt, refused));
            stage.verdict().addAll(mail.read().checks());
            stage.verdict().add(Unsynced.await(PATIENCE));
        }
    }

    /** So many lives at a steady pace, each to its end. */
    private static List<PhoneOrder> live(Telephone people, int count) {
        try (ExecutorService lives = Executors.newVirtualThreadPerTaskExecutor()) {
            Queue<CompletableFuture<Void>> ended = new ConcurrentLinkedQueue<>();
            List<PhoneOrder> all = new Taking(count, Duration.ofMinutes(1).dividedBy(A_MINUTE), number -> {
                        PhoneOrder order = people.take("C-" + (100 + number % CUSTOMERS));
                        ended.add(CompletableFuture.runAsync(() -> shipped(people, order), lives));
                        return order;
                    })
                    .join();
            ended.forEach(Taking::join);
            return all;
        }
    }

    private static void shipped(Telephone people, PhoneOrder order) {
        people.handOver(order);
        people.ship(order);
    }

    /** The application's ids of them. */
    private static Set<String> known(List<PhoneOrder> all, Published published) {
        Patience.until(PATIENCE, () -> {
            published.read();
            return all.stream()
                    .allMatch(
                            order -> published.ofSalesOrder(order.salesOrder()).isPresent());
        });
        return all.stream()
                .map(order -> published
                        .ofSalesOrder(order.salesOrder())
                        .map(Published.Order::orderId)
                        .orElse(order.salesOrder() + " (never published)"))
                .collect(Collectors.toSet());
    }

    /** What the others do not know in time, the judgement finds. */
    private static void awaitOthers(Stage stage, Phase phase, Map<Phase, Set<String>> ids, Stamps stamps) {
        boolean all = Patience.until(
                PATIENCE, () -> new PhaseLags(ids, stamps.read()).missing(phase).isEmpty());
        stage.progress()
                .step("outage", phase.text() + ": the others " + (all ? "know" : "do not know") + " everything");
    }

    private static Map<String, Object> dropped(String object) {
        return Map.of("name", name(object), "objectFilter", object, "dropConnection", true);
    }

    private static String name(String object) {
        return "outage-" + object;
    }
}
