package io.crossdock.local.prove.loop;

import io.crossdock.local.prove.Check;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How often each kind of fault really happened. What did not happen proves nothing, however well the run ends. */
final class Evidence {

    private final Map<FaultKind, Long> seen = new EnumMap<>(FaultKind.class);

    /** It happened so many more times. */
    synchronized void add(FaultKind kind, long times) {
        seen.merge(kind, times, Long::sum);
    }

    /** One check per kind that should have happened. */
    synchronized List<Check> checks(Set<FaultKind> kinds) {
        List<Check> checks = new ArrayList<>();
        for (FaultKind kind : kinds) {
            long times = Objects.requireNonNullElse(seen.get(kind), 0L);
            checks.add(new Check(kind.text(), times > 0, times > 0 ? times + " times" : "not injected"));
        }
        return checks;
    }
}
