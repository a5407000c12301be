package io.crossdock.topology;

import io.crossdock.contract.OrderSync;
import java.util.Map;
import java.util.TreeMap;

/** What became of each milestone at a target. */
final class LastStamps {

    private LastStamps() {}

    /** The last outcome published since the last look, by subject and milestone; what is asked for left out. */
    static Map<String, String> at(String target, Flow flow) {
        Map<String, String> last = new TreeMap<>();
        for (OrderSync sync : flow.syncs()) {
            if (sync.getTarget().equals(target) && sync.getEffect() == null) {
                last.put(sync.getSubject() + " " + sync.getMilestone(), sync.getOutcome());
            }
        }
        return last;
    }
}
