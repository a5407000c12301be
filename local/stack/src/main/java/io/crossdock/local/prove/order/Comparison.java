package io.crossdock.local.prove.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Compares what was published with what the world says, order by order and word by word. */
final class Comparison {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 10;

    private final Verdict verdict;
    private final Progress progress;

    Comparison(Verdict verdict, Progress progress) {
        this.verdict = verdict;
        this.progress = progress;
    }

    /** Adds the checks of every order of the world, and of everything that was published. */
    void judge(List<History.Expected> expected, StatusTopic published) {
        List<String> wrong = new ArrayList<>();
        Set<String> invented = new HashSet<>(published.orders().keySet());
        Map<String, Integer> byStatus = new TreeMap<>();
        for (History.Expected order : expected) {
            invented.remove(order.orderId());
            String difference = difference(order, published.orders().get(order.orderId()));
            if (difference != null) {
                wrong.add(order.about() + " (" + order.orderId() + "): " + difference);
            }
            byStatus.merge(order.says().getOrDefault("status", "?"), 1, Integer::sum);
        }
        wrong.stream().limit(SHOWN).forEach(each -> progress.plain("wrong: " + each));
        progress.plain("          by status: " + byStatus);
        verdict.check(
                "every final status is what the world says",
                wrong.isEmpty() && !expected.isEmpty(),
                expected.size() + " orders, "
                        + expected.stream()
                                .mapToInt(order -> order.says().size())
                                .sum() + " words compared, "
                        + wrong.size() + " wrong");
        verdict.check(
                "nothing was published that the world does not know",
                invented.isEmpty(),
                published.orders().size() + " orders published, " + invented.size() + " unknown "
                        + invented.stream().limit(SHOWN).toList());
        long lost = published.mergedInto().values().stream()
                .filter(survivor -> !published.orders().containsKey(survivor)
                        && !published.mergedInto().containsKey(survivor))
                .count();
        verdict.check(
                "every merged order names a survivor that is there",
                lost == 0,
                published.mergedInto().size() + " merged, " + lost + " into nothing");
        published.regressions().stream().limit(SHOWN).forEach(each -> progress.plain("regression: " + each));
        verdict.check(
                "no version of an order goes back",
                published.regressions().isEmpty(),
                published.records() + " records, " + published.regressions().size() + " regressions");
    }

    private static @Nullable String difference(History.Expected order, @Nullable GenericRecord status) {
        if (status == null) {
            return "not published";
        }
        Map<String, String> said = read(status);
        List<String> differences = new ArrayList<>();
        new TreeMap<>(order.says()).forEach((name, value) -> {
            String found = said.getOrDefault(name, "absent");
            if (!found.equals(value)) {
                differences.add(name + " is " + found + ", the world says " + value);
            }
        });
        return differences.isEmpty() ? null : String.join(", ", differences);
    }

    private static Map<String, String> read(GenericRecord status) {
        try {
            // Avro writes a record as JSON when it is asked for its text.
            return Said.of(JSON.readTree(status.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A status does not show itself as JSON", e);
        }
    }
}
