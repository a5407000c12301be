package io.crossdock.local.client.replay;

import io.crossdock.local.client.targets.Targets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** After a rebuild: has those told again that were live before it, with all that was wanted since it began. */
record SwitchOn(
        Attendance attendance,
        Targets targets,
        String by,
        @Nullable String note) {

    /** Switches on those that are only observed, then waits for all that were live; returns how all targets stand then. */
    Targets.All those(List<String> observed, Rebuild rebuild) {
        String why = note == null ? "after rebuild " + rebuild.epoch() : note;
        String since = rebuild.cut().isEmpty() ? null : rebuild.cut();
        for (String name : observed) {
            attendance.ask(() -> targets.change(name, new Targets.Wish(by, Targets.LIVE, why, since)));
        }
        return attendance.told(targets, rebuild.live());
    }
}
