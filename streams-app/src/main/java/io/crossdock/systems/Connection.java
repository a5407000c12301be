package io.crossdock.systems;

import io.crossdock.order.freshness.PauseRule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One installation of a system: a file under {@code connectors/connections}.
 *
 * @param name first part of every identifier it owns, kebab-case, for example {@code wms-east}
 * @param system what it looks like
 * @param zone time zone of its values that carry none
 * @param epoch source epoch; raised by hand when a restored source's positions go back
 * @param role what it is to its peers: {@code wms}, {@code erp}, {@code crm}
 * @param peers connection by role, for references to other systems in its rows
 * @param locations locations it owns quantities of; empty means all
 * @param companies companies it owns quantities and milestones of; empty means all
 * @param succeeds the connection it takes over from, in the orders it has a name for; null if from none
 * @param ownership entity by the quantity or milestone that it decides
 * @param target whether it is told about orders
 * @param maxRecordBytes a longer raw value is a dead letter
 * @param deletes how fast its entities may be deleted before deletions are held
 * @param silentAfter how far its source may be behind before it counts as silent
 * @param pause when it is not told because sources are behind; null if that never matters
 * @param manner how it is told, if it is
 * @param neverLinks values that name nothing in its rows
 * @param settings values for the connector templates; printed as {@code [hidden]} where they are secret
 */
public record Connection(
        String name,
        SystemDefinition system,
        ZoneId zone,
        long epoch,
        String role,
        Map<String, String> peers,
        List<String> locations,
        List<String> companies,
        @Nullable String succeeds,
        Map<String, String> ownership,
        Target target,
        int maxRecordBytes,
        DeleteLimit deletes,
        Duration silentAfter,
        @Nullable PauseRule pause,
        Manner manner,
        NeverLinks neverLinks,
        Map<String, String> settings) {

    public Connection {
        peers = Map.copyOf(peers);
        locations = List.copyOf(locations);
        companies = List.copyOf(companies);
        ownership = Map.copyOf(ownership);
        settings = Map.copyOf(settings);
    }

    /** Name of the raw topic of one of its entities, or of its reference data. */
    public String rawTopic(Captured captured) {
        return "raw." + name + "." + captured.name();
    }

    /** True if a setting of this name must be a reference to a secret, never the secret itself. */
    static boolean isSecret(String setting) {
        String lower = setting.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.contains("secret") || lower.contains("token");
    }

    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>(settings);
        shown.replaceAll((setting, value) -> isSecret(setting) ? "[hidden]" : value);
        return "Connection[" + name + ", system " + system.name() + ", zone " + zone + ", epoch " + epoch + ", target "
                + target.text() + ", settings " + shown + "]";
    }
}
