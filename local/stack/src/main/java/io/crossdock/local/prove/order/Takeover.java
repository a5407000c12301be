package io.crossdock.local.prove.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.client.Query;
import io.crossdock.local.process.Pause;
import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.seen.CompleteStores;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Asks one instance for orders while the other is dead: whether it answers, and from when on it works on them itself. */
final class Takeover {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SAMPLE = 60;

    /** So many that each instance has some of them. */
    private static final int ENOUGH = 30;

    private static final int NOT_READY = 503;

    /** Of so many answers one may say that it is not ready: work changes hands, and no copy is complete. */
    private static final int SELDOM = 10;

    private static final long BETWEEN_MS = 100;
    private static final Set<Integer> ANSWERS = Set.of(200, 300);

    /** Longer than the group takes to notice, so that the quiet before is not taken for the end. */
    private static final Duration AT_LEAST = Duration.ofSeconds(20);

    private static final Duration AT_MOST = Duration.ofMinutes(2);

    /** More would mean that nobody took over, and the dead one did it all itself once it was back. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final AppInstance asked;
    private final List<String> orders;
    private final List<String> refused = new ArrayList<>();
    private int answers;
    private int stale;
    private int notReady;
    private final Map<String, Integer> whyNot = new TreeMap<>();
    private Duration last = Duration.ZERO;

    private Takeover(AppInstance asked, List<String> orders) {
        this.asked = asked;
        this.orders = orders;
    }

    /**
     * Chooses some orders, of whichever instance; none if none has been published. Of those that queries tell of, one may be unknown
     * again for a moment: its transaction dies with the instance.
     *
     * @param partitions of every topic: an instance that has not a copy of each yet is waited for
     */
    static Takeover of(AppInstance asked, int partitions) {
        List<String> orders = new ArrayList<>();
        Patience.until(AT_MOST, () -> CompleteStores.orders(asked) == partitions);
        Patience.until(AT_MOST, () -> {
            orders.clear();
            StatusTopic.read().orders().values().stream()
                    .limit(SAMPLE)
                    .forEach(status -> orders.add(status.get("root").toString()));
            return orders.size() >= ENOUGH;
        });
        return new Takeover(asked, orders);
    }

    /** Asks for them again and again from now on, until all are worked on again. */
    CompletableFuture<List<Check>> watch() {
        return CompletableFuture.supplyAsync(this::ask);
    }

    private List<Check> ask() {
        long began = System.nanoTime();
        boolean whole = false;
        Duration now = Duration.ZERO;
        while (now.compareTo(AT_MOST) < 0 && !(whole && now.compareTo(AT_LEAST) > 0)) {
            whole = true;
            for (String order : orders) {
                boolean current = ask(order);
                now = Duration.ofNanos(System.nanoTime() - began);
                if (!current) {
                    whole = false;
                    last = now;
                }
            }
            Pause.millis(BETWEEN_MS);
            now = Duration.ofNanos(System.nanoTime() - began);
        }
        return List.of(
                new Check(
                        "while one instance is dead the other answers for its orders",
                        refused.isEmpty() && stale > 0 && notReady <= answers / SELDOM,
                        answers + " answers, " + stale + " of them from a copy, " + notReady + " not ready " + whyNot
                                + ", "
                                + refused.size() + " refused"
                                + (refused.isEmpty() ? "" : ": " + refused.getFirst())),
                new Check(
                        "and takes them over",
                        whole && last.compareTo(LIMIT) < 0,
                        String.format(Locale.ROOT, "after %.1f s", last.toMillis() / 1000.0)));
    }

    /** True if who works on the order has answered. */
    private boolean ask(String order) {
        String path = "/api/v1/orders/" + Query.segment(order);
        Answer answer = Http.get(asked.queries().url() + path, Map.of());
        answers++;
        if (answer.status() == NOT_READY) {
            notReady++;
            whyNot.merge(json(answer).path("detail").asText(), 1, Integer::sum);
            return false;
        }
        if (!ANSWERS.contains(answer.status())) {
            refused.add(answer.status() + " " + order + " " + answer.body());
            return false;
        }
        boolean copy = json(answer).path("stale").asBoolean();
        stale += copy ? 1 : 0;
        return !copy;
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
