package io.crossdock.track;

import io.crossdock.contract.MilestoneStamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changed between the milestones of two statuses.
 *
 * @param reached shown now and not before
 * @param withdrawn shown before and not now
 */
record Changes(List<MilestoneStamp> reached, List<MilestoneStamp> withdrawn) {

    /** The changes from one status to the next. */
    static Changes between(List<MilestoneStamp> before, List<MilestoneStamp> after) {
        Map<String, MilestoneStamp> gone = new HashMap<>();
        before.forEach(stamp -> gone.put(name(stamp), stamp));
        List<MilestoneStamp> reached = new ArrayList<>();
        for (MilestoneStamp stamp : after) {
            if (gone.remove(name(stamp)) == null) {
                reached.add(stamp);
            }
        }
        List<MilestoneStamp> withdrawn =
                before.stream().filter(stamp -> gone.containsKey(name(stamp))).toList();
        return new Changes(reached, withdrawn);
    }

    /** Subject and milestone of what was withdrawn, joined with {@code |}. */
    Set<String> withdrawnNames() {
        return withdrawn.stream().map(Changes::name).collect(Collectors.toSet());
    }

    private static String name(MilestoneStamp stamp) {
        return stamp.getSubject() + "|" + stamp.getMilestone();
    }
}
