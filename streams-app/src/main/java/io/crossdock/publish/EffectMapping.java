package io.crossdock.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;

/** From an order to what it asks a target to do once each, in the order in which it is to be done. */
@FunctionalInterface
public interface EffectMapping {

    /**
     * What is asked for.
     *
     * @param done keys of what has been done
     * @param live milestones that came about while we listened, not by a snapshot or a replay: subject and milestone, joined
     *     with {@code |}
     * @throws Untranslatable if the order cannot be said in the target's vocabulary
     */
    List<Wanted> wanted(JsonNode order, Collection<String> done, Collection<String> live);
}
