package io.crossdock.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.exceptions.Kind;
import io.crossdock.exceptions.Wrong;
import io.crossdock.flow.Tracked;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.status.MilestoneStamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * One target's turn in one step of an order.
 *
 * @param target whose turn it is
 * @param order the order as it stands
 * @param json its status with the field names of the query; worked out when first asked for
 * @param live milestones that came about while we listened; worked out when first asked for
 * @param cause the record that brought the step about
 * @param now the time of the step
 * @param wrong takes what is wrong with telling this target, by kind
 * @param undecided takes kinds that an answer under way will decide
 */
record Turn(
        TargetSpec target,
        Tracked.Order order,
        Supplier<JsonNode> json,
        Supplier<List<String>> live,
        Record<String, Tracked> cause,
        Instant now,
        Map<Kind, Wrong> wrong,
        Set<Kind> undecided) {

    Identifier self() {
        return order.self();
    }

    /** The milestone that something follows from, by subject and milestone; empty if it is none of this order's. */
    Optional<MilestoneStamp> milestone(String after) {
        return order.milestones().stream()
                .filter(stamp ->
                        after.equals(stamp.subject() + "|" + stamp.milestone().text()))
                .findFirst();
    }

    void isUndecided(String type) {
        undecided.add(new Kind(type, target.name()));
    }

    void isWrong(String type, String text) {
        wrong.put(new Kind(type, target.name()), Wrong.of(text));
    }
}
