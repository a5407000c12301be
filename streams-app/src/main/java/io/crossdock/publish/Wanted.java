package io.crossdock.publish;

import io.crossdock.order.outbox.Effect;

/**
 * An effect in the target's vocabulary.
 *
 * @param effect what is to be done once
 * @param after the milestone it is asked for because of: subject and milestone, joined with {@code |}
 * @param object kind of record, table or path
 * @param payload what the target is sent, JSON
 */
public record Wanted(Effect effect, String after, String object, String payload) {}
