package io.crossdock.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.contract.SwitchState;
import io.crossdock.operate.Act;
import io.crossdock.publish.TargetTally;
import org.jspecify.annotations.Nullable;

/** How one target stands with the orders of one partition. */
final class TargetJson {

    private TargetJson() {}

    static ObjectNode of(String target, @Nullable SwitchState switched, @Nullable TargetTally tally) {
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("target", target);
        if (switched != null) {
            item.put("mode", switched.getLive() ? Act.LIVE : Act.OBSERVE)
                    .put("at", switched.getAt().toString())
                    .put("by", switched.getBy())
                    .put("since", switched.getSince().toString())
                    .put("looking", switched.getWalk() != null);
        }
        if (tally != null) {
            tally.states().forEach(item.putObject("states")::put);
            tally.effects().forEach(item.putObject("effects")::put);
            if (tally.waitingSince() != null) {
                item.put("waitingSince", tally.waitingSince().toString());
            }
            tally.different().forEach(item.putArray("different")::add);
        }
        return item;
    }
}
