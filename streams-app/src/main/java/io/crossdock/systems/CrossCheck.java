package io.crossdock.systems;

import io.crossdock.order.freshness.PauseRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no file shows alone: peers, predecessors and sources that do not exist, and two owners in one place. */
final class CrossCheck {

    private static final Pattern PEER_ROLE = Pattern.compile("\\b(?:peer|echoed)\\(\\s*\"([^\"]+)\"");

    private CrossCheck() {}

    static List<Problem> problems(Path connectionsDir, Systems systems) {
        List<Problem> problems = new ArrayList<>();
        List<String> names =
                systems.connections().stream().map(Connection::name).toList();
        for (Connection connection : systems.connections()) {
            Path file = connectionsDir.resolve(connection.name() + ".json");
            connection.peers().forEach((role, peer) -> {
                if (!names.contains(peer)) {
                    problems.add(new Problem(file, 0, "peers." + role, "found " + peer, "one of " + names));
                }
            });
            problems.addAll(pauses(file, connection, systems));
            for (Captured entity : connection.system().captured()) {
                unknownRoles(connection, entity)
                        .forEach(role -> problems.add(new Problem(
                                file,
                                0,
                                "peers." + role,
                                "missing, but " + entity.mapping().getFileName() + " speaks of it",
                                "the connection with that role")));
            }
        }
        Map<String, String> succession = systems.succession();
        problems.addAll(successions(connectionsDir, names, succession));
        problems.addAll(contentions(connectionsDir, systems.ownership(), succession));
        return problems;
    }

    /** A pause looks at connections that give heartbeats, and belongs to one that is told. */
    private static List<Problem> pauses(Path file, Connection connection, Systems systems) {
        PauseRule pause = connection.pause();
        if (pause == null) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        if (connection.target() == Target.OFF) {
            problems.add(new Problem(file, 0, "pause", "target is off", "a connection that is told, or no pause"));
        }
        List<String> sources = systems.sources().stream().map(Connection::name).toList();
        pause.of().stream()
                .filter(name -> !sources.contains(name))
                .forEach(name -> problems.add(new Problem(
                        file, 0, "pause.of", "found " + name, "connections whose records come in: " + sources)));
        return problems;
    }

    private static List<String> unknownRoles(Connection connection, Captured entity) {
        try {
            Matcher matcher = PEER_ROLE.matcher(Files.readString(entity.mapping()));
            return matcher.results()
                    .map(result -> result.group(1))
                    .filter(role -> !connection.peers().containsKey(role))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            // The file that cannot be read has been written down already.
            return List.of();
        }
    }

    private static List<Problem> successions(Path connectionsDir, List<String> names, Map<String, String> succession) {
        List<Problem> problems = new ArrayList<>();
        succession.forEach((successor, succeeded) -> {
            Path file = connectionsDir.resolve(successor + ".json");
            if (!names.contains(succeeded)) {
                problems.add(new Problem(file, 0, "succeeds", "found " + succeeded, "one of " + names));
            } else if (!succeeded.equals(successor) && isAfter(succeeded, successor, succession)) {
                problems.add(new Problem(
                        file,
                        0,
                        "succeeds",
                        "found " + succeeded + ", which takes over from " + successor + " itself",
                        "one of the two"));
            }
        });
        return problems;
    }

    /** True if the first takes over from the second, be it through others. */
    private static boolean isAfter(String successor, String predecessor, Map<String, String> succession) {
        Set<String> seen = new HashSet<>();
        String before = succession.get(successor);
        while (before != null && seen.add(before)) {
            if (before.equals(predecessor)) {
                return true;
            }
            before = succession.get(before);
        }
        return false;
    }

    private static List<Problem> contentions(
            Path connectionsDir, List<OwnershipEntry> entries, Map<String, String> succession) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (int j = 0; j < i; j++) {
                OwnershipEntry one = entries.get(i);
                OwnershipEntry other = entries.get(j);
                boolean succeed = isAfter(one.connection(), other.connection(), succession)
                        || isAfter(other.connection(), one.connection(), succession);
                if (one.contends(other) && !succeed) {
                    problems.add(new Problem(
                            connectionsDir.resolve(one.connection() + ".json"),
                            0,
                            "ownership." + one.quantityOrMilestone(),
                            other.connection() + " owns it too at locations " + other.locations(),
                            "one owner per location"));
                }
            }
        }
        return problems;
    }
}
