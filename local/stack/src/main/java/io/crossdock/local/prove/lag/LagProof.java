package io.crossdock.local.prove.lag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.broker.Metrics;
import io.crossdock.local.prove.loop.AtExit;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import io.crossdock.local.trial.TrialOrder;
import io.crossdock.local.trial.TrialOrders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Orders are shipped with one part of the way held up after the other; the stamps must say which, for how long. */
public final class LagProof {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Progress progress;
    private final int orders;
    private final TrialOrders people;
    private final Delays delays;

    private LagProof(Workspace workspace, Progress progress, int orders, TrialOrders people) {
        this.progress = progress;
        this.orders = orders;
        this.people = people;
        this.delays = new Delays(workspace, people);
    }

    /** Proves it on the running stack with so many orders for each delay. */
    public static Verdict run(Workspace workspace, int orders, Progress progress) {
        try (TrialOrders people = TrialOrders.open(Secrets.read(workspace))) {
            return new LagProof(workspace, progress, orders, people).prove();
        }
    }

    private Verdict prove() {
        Verdict verdict = new Verdict();
        Map<Hop, Measured> held = new EnumMap<>(Hop.class);
        // The first orders wait for code that is not compiled yet.
        measure("warming up", this::shipAtOnce);
        Measured usual = measure("nothing is held up", this::shipAtOnce);
        try (AtExit tidy = new AtExit(delays::end)) {
            tidy.alsoOnSignals();
            for (Hop hop : Hop.PARTS) {
                held.put(hop, measure("held up: " + hop.text(), placed -> delays.at(hop, placed)));
            }
        }
        Picture.lines(usual, held).forEach(progress::plain);
        new Attribution(usual, held).checks().forEach(verdict::add);
        return verdict;
    }

    private Duration shipAtOnce(List<TrialOrder> placed) {
        delays.none(placed);
        return Duration.ZERO;
    }

    /** How orders are shipped; says how long the way was held up for them. */
    private interface Way {
        Duration ship(List<TrialOrder> orders);
    }

    private Measured measure(String what, Way way) {
        progress.step("lag", what + ", " + orders + " orders");
        List<TrialOrder> placed = place();
        Metrics before = Metrics.scrape();
        Duration heldUp = way.ship(placed);
        List<Sample> samples = new ArrayList<>();
        placed.forEach(order -> samples.addAll(await("shipped at the CRM", order, () -> samples(order))));
        delays.endSlowness();
        Map<Hop, Buckets> counted = new EnumMap<>(Hop.class);
        Metrics after = Metrics.scrape();
        for (Hop hop : Hop.values()) {
            counted.put(hop, Buckets.of(after, hop).since(Buckets.of(before, hop)));
        }
        return new Measured(heldUp, samples, counted);
    }

    /** Everything is done but their leaving the house, and the CRM knows. */
    private List<TrialOrder> place() {
        List<TrialOrder> placed = new ArrayList<>();
        for (int number = 0; number < orders; number++) {
            placed.add(people.place());
        }
        placed.forEach(order -> await("packed at the CRM", order, () -> packed(order)));
        return placed;
    }

    private static List<JsonNode> packed(TrialOrder order) {
        return items(order, "packed").stream()
                .filter(item -> item.path("outcome").asText().equals("CONFIRMED"))
                .toList();
    }

    /** Those of the order, its line and its shipment, once all of them are confirmed; none before. */
    private static List<Sample> samples(TrialOrder order) {
        List<JsonNode> items = items(order, "shipped");
        List<Sample> samples =
                items.stream().map(Sample::of).flatMap(Optional::stream).toList();
        return samples.size() == items.size() ? samples : List.of();
    }

    private static <T> List<T> await(String what, TrialOrder order, Supplier<List<T>> found) {
        List<T> last = new ArrayList<>();
        boolean there = Patience.until(PATIENCE, () -> {
            last.clear();
            last.addAll(found.get());
            return !last.isEmpty();
        });
        if (!there) {
            throw new StackFailure("Order " + order.crmId() + " is not confirmed to be " + what + " after "
                    + PATIENCE.toSeconds() + " s: /api/v1/sync?order=" + order.crmHome() + " says how far it is.");
        }
        return List.copyOf(last);
    }

    private static List<JsonNode> items(TrialOrder order, String milestone) {
        String id = URLEncoder.encode(order.shipmentHome(), StandardCharsets.UTF_8);
        Answer answer = Http.get(Port.APP.url() + "/api/v1/sync?order=" + id, Map.of());
        List<JsonNode> items = new ArrayList<>();
        try {
            if (answer.isOk()) {
                JSON.readTree(answer.body()).path("items").forEach(items::add);
            }
        } catch (JsonProcessingException e) {
            throw new StackFailure("The application answered no JSON for " + order.shipmentHome() + ".", e);
        }
        items.removeIf(item -> !item.path("milestone").asText().equals(milestone)
                || !item.path("target").asText().equals("crm")
                || !item.path("effect").asText("").replace("null", "").isEmpty());
        return items;
    }
}
