package io.crossdock.local.prove.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.loop.Connectors;
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

/** The cursor of the CRM, in the hands of somebody who should not touch it: orders slip past it, until the next round finds them. */
final class MovedCursor {

    private static final String SOURCE = "crm-source";
    private static final Set<String> DUE = Set.of("crm|orders|SOURCE_GAP", "crm|order-items|SOURCE_GAP");
    private static final Duration A_ROUND = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Longer than a poll looks back. */
    private static final long LOOKED_BACK_MS = 7_000;

    private final Connectors connectors;
    private final TrialOrders people;
    private final ShownOrders shown;
    private final Progress progress;
    private final Verdict verdict;

    MovedCursor(Connectors connectors, TrialOrders people, ShownOrders shown, Progress progress, Verdict verdict) {
        this.connectors = connectors;
        this.people = people;
        this.shown = shown;
        this.progress = progress;
        this.verdict = verdict;
    }

    /** Loses so many orders of the CRM, and waits until they are found. */
    void prove(ToldExceptions told, int orders) {
        List<TrialOrder> lost = lose(orders);
        progress.step("gap", "waiting for a round to find what the cursor has passed");
        boolean found =
                Patience.until(A_ROUND, () -> new TreeSet<>(ToldExceptions.ids(told.opened())).containsAll(DUE));
        boolean named = told.opened().stream()
                .map(each -> ToldExceptions.text(each, "text"))
                .anyMatch(text -> lost.stream().map(TrialOrder::crmId).anyMatch(text::contains));
        verdict.check(
                "orders of the CRM that its cursor has passed are found and named",
                found && named,
                lost.size() + " lost, "
                        + ToldExceptions.ids(told.opened()).stream()
                                .filter(DUE::contains)
                                .toList());
        boolean right =
                Patience.until(PATIENCE, () -> shown.wrong(lost, "PACKED").isEmpty());
        boolean over = Patience.until(
                PATIENCE,
                () -> ToldExceptions.ids(told.resolved()).containsAll(DUE)
                        && Sources.now().open() == 0);
        long said =
                ToldExceptions.ids(told.opened()).stream().filter(DUE::contains).count();
        verdict.check(
                "they are read again and told right, and the exceptions resolve by themselves",
                right && over && said == DUE.size(),
                "wrong " + shown.wrong(lost, "PACKED") + ", " + said + " exceptions"
                        + (over ? ", resolved" : ", not resolved"));
    }

    private List<TrialOrder> lose(int orders) {
        progress.step("cursor", SOURCE + " is stopped, orders are placed, the cursor is moved past them");
        connectors.stop(SOURCE);
        List<TrialOrder> lost = new ArrayList<>();
        for (int number = 0; number < orders; number++) {
            lost.add(people.place());
        }
        Pause.millis(LOOKED_BACK_MS);
        connectors.move(SOURCE, ahead(connectors.offsets(SOURCE)));
        connectors.resume(SOURCE);
        return lost;
    }

    /** The same places, at this moment. */
    private static ArrayNode ahead(JsonNode offsets) {
        ArrayNode moved = JsonNodeFactory.instance.arrayNode();
        for (JsonNode place : offsets) {
            ObjectNode copy = place.deepCopy();
            ((ObjectNode) copy.path("offset")).put("stamp", Instant.now().toString());
            moved.add(copy);
        }
        return moved;
    }
}
