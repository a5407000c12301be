package io.crossdock.flow;

import io.crossdock.order.fact.Statement.Receipt;
import io.crossdock.order.outbox.Input;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of an order say of what its targets were told.
 *
 * @param asked receipts of effects, by target, whichever mailbox asked for them
 * @param shown what the targets' own rows show of the order, by target
 * @param behind how long a row that changed in this step took from the target to us, by target
 */
public record Feedback(
        Map<String, List<Receipt>> asked, Map<String, List<Input.Shown>> shown, Map<String, Duration> behind) {

    public Feedback {
        asked = Map.copyOf(asked);
        shown = Map.copyOf(shown);
        behind = Map.copyOf(behind);
    }

    /** Receipts of the effects that a target was asked for. */
    public List<Receipt> asked(String target) {
        return asked.getOrDefault(target, List.of());
    }

    /** How long a row of the target that changed in this step took to get here; null if none did. */
    public @Nullable Duration behind(String target) {
        return behind.get(target);
    }

    /** What the target's own rows show, a record each. */
    public List<Input.Shown> shown(String target) {
        return shown.getOrDefault(target, List.of());
    }
}
