package io.crossdock.track;

import io.crossdock.contract.MilestoneStamp;
import io.crossdock.contract.OrderPart;
import java.util.ArrayList;
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

    /** Nothing changed. */
    static final Changes NONE = new Changes(List.of(), List.of());

    /** The changes from the parts of one status to those of the next. */
    static Changes between(Map<String, OrderPart> before, Map<String, OrderPart> after) {
        return new Changes(stampsMissingIn(before, after), stampsMissingIn(after, before));
    }

    /** Subject and milestone of what was withdrawn, joined with {@code |}. */
    Set<String> withdrawnNames() {
        return withdrawn.stream()
                .map(stamp -> stamp.getSubject() + "|" + stamp.getMilestone())
                .collect(Collectors.toSet());
    }

    private static List<MilestoneStamp> stampsMissingIn(Map<String, OrderPart> there, Map<String, OrderPart> here) {
        List<MilestoneStamp> missing = new ArrayList<>();
        here.forEach((name, part) -> {
            if (part.getStamp() != null && !there.containsKey(name)) {
                missing.add(part.getStamp());
            }
        });
        return missing;
    }
}
