package io.crossdock.local.client.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Count;
import io.crossdock.local.client.targets.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of the targets that were live before a rebuild.
 *
 * @param again live again, and told
 * @param already live when it was over
 * @param observed not live since
 * @param gone told nothing any more: there is no such target now
 */
record Outcome(List<String> again, List<String> already, List<String> observed, List<String> gone) {

    /** How they are found after it. */
    static Outcome found(Rebuild rebuild, Targets.All targets) {
        List<String> already = new ArrayList<>();
        List<String> observed = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (String name : rebuild.live()) {
            Optional<JsonNode> target = targets.find(name);
            if (target.isEmpty()) {
                gone.add(name);
            } else if (Attendance.isLive(target.get())) {
                already.add(name);
            } else {
                observed.add(name);
            }
        }
        return new Outcome(List.of(), already, observed, gone);
    }

    /** The same once those that were observed have been switched on. */
    Outcome switchedOn() {
        return new Outcome(observed, already, List.of(), gone);
    }

    /** In one sentence; {@code since} as a person reads it. */
    String sentence(Rebuild rebuild, String since) {
        StringBuilder text = new StringBuilder(rebuild.name())
                .append(" is done: ")
                .append(Count.of(rebuild.read(), "record"))
                .append(rebuild.read() == 1 ? " was" : " were")
                .append(" read again");
        add(text, again, "live again, and told what was wanted since " + since);
        add(text, already, "live already");
        add(text, observed, "only observed until `./crossdock replay --finish --by WHO`");
        add(text, gone, "no target any more");
        if (rebuild.live().isEmpty()) {
            text.append("; no target was live");
        }
        return text.append('.').toString();
    }

    private static void add(StringBuilder text, List<String> names, String what) {
        if (!names.isEmpty()) {
            text.append("; ").append(Rebuild.are(names)).append(' ').append(what);
        }
    }
}
