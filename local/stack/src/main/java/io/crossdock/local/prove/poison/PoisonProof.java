package io.crossdock.local.prove.poison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.broker.AvroTopic;
import io.crossdock.local.prove.broker.InEqualsOut;
import io.crossdock.local.prove.broker.Metrics;
import io.crossdock.local.prove.broker.RawRecords;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import io.crossdock.local.trial.TrialOrder;
import io.crossdock.local.trial.TrialOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plants 37 bad records of 9 kinds among good orders that are being shipped, and looks what becomes of every single one, of the good
 * orders, of the order that the bad ones speak of, and of one that comes afterwards.
 */
public final class PoisonProof {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Secrets secrets;
    private final Progress progress;
    private final int goodOrders;
    private final Verdict verdict = new Verdict();

    /** @param goodOrders how many orders are shipped while the bad records are planted */
    public PoisonProof(Secrets secrets, Progress progress, int goodOrders) {
        this.secrets = secrets;
        this.progress = progress;
        this.goodOrders = goodOrders;
    }

    /** Plants, waits, looks; the verdict. */
    public Verdict run() {
        try (TrialOrders orders = TrialOrders.open(secrets);
                RawRecords raw = new RawRecords();
                AvroTopic deadLetters = new AvroTopic("orders.dead-letters")) {
            TrialOrder victim = orders.place();
            List<TrialOrder> good = new ArrayList<>(List.of(victim));
            for (int i = 0; i < goodOrders; i++) {
                good.add(orders.place());
            }
            progress.step("orders", good.size() + " orders placed, waiting until they are packed");
            good.forEach(order -> awaitStatus(orders, order, "PACKED"));
            Metrics before = Metrics.scrape();
            Planted planted = plant(orders, victim, good);
            TrialOrder late = orders.place();
            orders.ship(late);

            coordinates(deadLetters, planted);
            metrics(before, planted);
            orphans(planted);
            verdict.check(
                    "the order that the bad records speak of is told as it is",
                    awaitStatus(orders, victim, "SHIPPED"),
                    victim.salesOrder() + " " + status(orders, victim));
            long shipped = good.stream()
                    .filter(order -> awaitStatus(orders, order, "SHIPPED"))
                    .count();
            verdict.check(
                    "good orders among them reach the CRM", shipped == good.size(), shipped + " of " + good.size());
            verdict.check(
                    "a good order planted afterwards reaches the CRM",
                    awaitStatus(orders, late, "SHIPPED"),
                    late.salesOrder() + " " + status(orders, late));
            verdict.add(InEqualsOut.await(raw, PATIENCE));
            List<String> more = new ArrayList<>();
            deadLetters.next().forEach(letter -> more.add(coordinates(letter)));
            verdict.check("nothing else became a dead letter until the end", more.isEmpty(), more.toString());
        }
        return verdict;
    }

    /** Plants one record after the other; a good order is shipped after every few. */
    private Planted plant(TrialOrders orders, TrialOrder victim, List<TrialOrder> good) {
        Map<String, BadRecord> byCoordinates = new LinkedHashMap<>();
        List<BadRecord> bad = BadRecords.about(victim, orders.mark());
        int shipped = 0;
        try (Planted.Planter planter = new Planted.Planter()) {
            for (int i = 0; i < bad.size(); i++) {
                byCoordinates.put(planter.plant(bad.get(i)), bad.get(i));
                while (shipped < good.size() && shipped * bad.size() <= i * good.size()) {
                    // The order they speak of leaves last, when most of them have been planted.
                    orders.ship(good.get(good.size() - 1 - shipped++));
                }
            }
        }
        good.subList(0, good.size() - shipped).forEach(orders::ship);
        progress.step("planted", bad.size() + " bad records among " + good.size() + " orders being shipped");
        byCoordinates.forEach((at, record) ->
                progress.plain("          " + at + "  " + record.kind().text() + "  " + record.key()));
        return new Planted(byCoordinates);
    }

    private void coordinates(AvroTopic topic, Planted planted) {
        Map<String, String> expected = planted.deadLetters();
        Map<String, String> found = new TreeMap<>();
        boolean complete = Patience.until(PATIENCE, () -> {
            topic.next().forEach(letter -> found.put(coordinates(letter), String.valueOf(letter.get("reason"))));
            return found.keySet().containsAll(expected.keySet());
        });
        Pause.millis(1000);
        topic.next().forEach(letter -> found.put(coordinates(letter), String.valueOf(letter.get("reason"))));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> each : found.entrySet()) {
            String reason = expected.get(each.getKey());
            if (!each.getValue().equals(reason)) {
                wrong.add(each.getKey() + " is " + each.getValue() + ", expected " + reason);
            }
        }
        expected.keySet().stream()
                .filter(at -> !found.containsKey(at))
                .forEach(at -> wrong.add(at + " is missing, expected " + expected.get(at)));
        verdict.check(
                "exactly the planted coordinates are dead letters, each with its reason",
                complete && wrong.isEmpty(),
                found.size() + " dead letters of " + planted.byCoordinates().size() + " planted"
                        + (wrong.isEmpty() ? "" : ": " + String.join(", ", wrong)));
    }

    private void metrics(Metrics before, Planted planted) {
        Metrics after = Metrics.scrape();
        for (String connection : List.of("wms-east", "wms-west", "erp", "crm")) {
            Map<String, Long> expected = new TreeMap<>();
            planted.byCoordinates().values().stream()
                    .filter(record -> record.connection().equals(connection)
                            && record.kind().reason() != null)
                    .forEach(record ->
                            expected.merge(String.valueOf(record.kind().reason()), 1L, Long::sum));
            Map<String, String> labels = Map.of("stage", "normalize", "connection", connection);
            Map<String, Long> counted = grown(
                    before.sums("crossdock_dead_letters_total", labels, "reason"),
                    after.sums("crossdock_dead_letters_total", labels, "reason"));
            verdict.check(
                    "dead letters of " + connection + " counted by reason",
                    counted.equals(expected),
                    counted.toString());
            Map<String, Long> outcomes = grown(
                    before.sums("crossdock_records_total", labels, "outcome"),
                    after.sums("crossdock_records_total", labels, "outcome"));
            long tombstones = planted.count(Poison.TOMBSTONE, connection);
            verdict.check(
                    "tombstones of " + connection + " counted as ignored",
                    outcomes.getOrDefault("ignored", 0L) >= tombstones,
                    "ignored grew by " + outcomes.getOrDefault("ignored", 0L) + ", planted " + tombstones);
        }
    }

    private void orphans(Planted planted) {
        for (BadRecord record : planted.of(Poison.FOREIGN_KEY_TO_NOWHERE)) {
            boolean waits = Patience.until(PATIENCE, () -> isOrphan(String.valueOf(record.key())));
            verdict.check("what leads nowhere waits as an orphan", waits, String.valueOf(record.key()));
        }
    }

    private static boolean isOrphan(String id) {
        Answer answer = Http.get(Port.APP.url() + "/api/v1/orders/" + id, Map.of());
        try {
            JsonNode order = JSON.readTree(answer.body());
            return answer.isOk() && order.path("orphan").asBoolean();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean awaitStatus(TrialOrders orders, TrialOrder order, String status) {
        return Patience.until(PATIENCE, () -> status(orders, order).equals(status));
    }

    private static String status(TrialOrders orders, TrialOrder order) {
        return orders.crm().field("Order", order.crmId(), "crossdock_status__c");
    }

    private static Map<String, Long> grown(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> grown = new TreeMap<>();
        after.forEach((key, count) -> {
            long more = count - before.getOrDefault(key, 0L);
            if (more != 0) {
                grown.put(key, more);
            }
        });
        return grown;
    }

    private static String coordinates(org.apache.avro.generic.GenericRecord letter) {
        return letter.get("topic") + "-" + letter.get("partition") + "@" + letter.get("offset");
    }
}
