package io.crossdock.systems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no file shows alone: peers that do not exist, and two owners of one quantity at one location. */
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
            for (EntityDefinition entity : connection.system().entities().values()) {
                unknownRoles(connection, entity)
                        .forEach(role -> problems.add(new Problem(
                                file,
                                0,
                                "peers." + role,
                                "missing, but " + entity.mapping().getFileName() + " speaks of it",
                                "the connection with that role")));
            }
        }
        problems.addAll(contentions(connectionsDir, systems.ownership()));
        return problems;
    }

    private static List<String> unknownRoles(Connection connection, EntityDefinition entity) {
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

    private static List<Problem> contentions(Path connectionsDir, List<OwnershipEntry> entries) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (int j = 0; j < i; j++) {
                OwnershipEntry one = entries.get(i);
                OwnershipEntry other = entries.get(j);
                if (one.contends(other)) {
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
