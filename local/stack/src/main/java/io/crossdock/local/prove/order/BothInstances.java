package io.crossdock.local.prove.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.client.Query;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Check;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

/** Whichever instance is asked, the answer is the same: what {@code orders.status} says. */
final class BothInstances {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ASKED = 200;
    private static final int SHOWN = 10;

    private final Progress progress;

    BothInstances(Progress progress) {
        this.progress = progress;
    }

    /** Asks both for a sample of orders by each of their identifiers, and for the list of those that are not archived. */
    List<Check> check(StatusTopic published, Set<String> archived) {
        Set<String> live = new HashSet<>(published.orders().keySet());
        live.removeAll(archived);
        List<Check> checks = new ArrayList<>();
        for (AppInstance instance : AppInstance.values()) {
            checks.add(orders(instance, published));
            checks.add(list(instance, live));
        }
        return checks;
    }

    private Check orders(AppInstance instance, StatusTopic published) {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        int step = Math.max(1, published.orders().size() / ASKED);
        int number = 0;
        for (Map.Entry<String, GenericRecord> order : published.orders().entrySet()) {
            if (number++ % step != 0) {
                continue;
            }
            for (Object identifier : (Iterable<?>) order.getValue().get("identifiers")) {
                asked++;
                JsonNode answer = get(instance, "/api/v1/orders/" + Query.segment(identifier.toString()));
                boolean right = answer.path("contentHash")
                                .asText()
                                .equals(order.getValue().get("contentHash").toString())
                        || names(answer.path("candidates"));
                if (!right) {
                    wrong.add(identifier + " of " + order.getKey() + ": " + answer);
                }
            }
        }
        wrong.stream().limit(SHOWN).forEach(each -> progress.plain("wrong: " + instance.process() + " " + each));
        return new Check(
                instance.process() + " answers for every order, wherever it is held",
                wrong.isEmpty() && asked > 0,
                asked + " identifiers asked, " + wrong.size() + " wrong");
    }

    /** A document of several orders leads to all of them; which, the client chooses. */
    private static boolean names(JsonNode candidates) {
        return candidates.size() > 1;
    }

    private static Check list(AppInstance instance, Set<String> live) {
        Set<String> listed = new HashSet<>();
        int items = 0;
        String cursor = "";
        do {
            JsonNode page = get(instance, "/api/v1/orders?limit=500&cursor=" + Query.segment(cursor));
            for (JsonNode item : page.path("items")) {
                listed.add(item.path("orderId").asText());
                items++;
            }
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return new Check(
                instance.process() + " lists the live orders of both",
                listed.equals(live) && items == listed.size(),
                items + " listed, " + live.size() + " published and not archived");
    }

    private static JsonNode get(AppInstance instance, String path) {
        Answer answer = Http.get(instance.queries().url() + path, Map.of());
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new StackFailure(
                    instance.process() + " answered " + path + " with what is no JSON: " + answer + ".", e);
        }
    }
}
