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
import org.apache.avro.generic.GenericRecord;

/** The cursor of the CRM, in the hands of somebody who should not touch it: orders slip past it, until the next round finds them. */
final class MovedCursor {

    private static final String SOURCE = "crm-source";

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
        // Whichever is missed first has the whole document read again, before anybody has missed the rest of it.
        boolean found = Patience.until(A_ROUND, () -> !ofCrm(told.opened()).isEmpty());
        boolean named = told.opened().stream()
                .map(each -> ToldExceptions.text(each, "text"))
                .anyMatch(text -> lost.stream().map(TrialOrder::crmId).anyMatch(text::contains));
        verdict.check(
                "orders of the CRM that its cursor has passed are found and named",
                found && named,
                lost.size() + " lost, " + ofCrm(told.opened()));
        boolean right =
                Patience.until(PATIENCE, () -> shown.wrong(lost, "PACKED").isEmpty());
        boolean over = Patience.until(
                PATIENCE,
                () -> ofCrm(told.resolved()).size() == ofCrm(told.opened()).size()
                        && Sources.now().open() == 0);
        List<String> opened = ofCrm(told.opened());
        verdict.check(
                "they are read again and told right, and what was said resolves by itself",
                right && over && Set.copyOf(opened).size() == opened.size(),
                "wrong " + shown.wrong(lost, "PACKED") + ", " + opened + (over ? " resolved" : " not resolved"));
    }

    private static List<String> ofCrm(List<GenericRecord> exceptions) {
        return ToldExceptions.ids(exceptions).stream()
                .filter(id -> id.startsWith("crm|"))
                .toList();
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
