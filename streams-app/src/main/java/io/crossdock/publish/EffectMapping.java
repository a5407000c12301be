package io.crossdock.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;

/** From an order to what it asks a target to do once each, in the order in which it is to be done. */
@FunctionalInterface
public interface EffectMapping {

    /** What is asked for; {@code done} are the keys of what has been done. */
    List<Wanted> wanted(JsonNode order, Collection<String> done);
}
