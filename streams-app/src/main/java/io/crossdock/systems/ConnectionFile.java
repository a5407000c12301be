package io.crossdock.systems;

import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the file of one connection. */
final class ConnectionFile {

    private static final int DEFAULT_MAX_RECORD_BYTES = 262_144;

    /** Twelve times as long as the slowest heartbeat takes, MariaDB's at rest. */
    private static final Duration SILENT_AFTER = Duration.ofMinutes(2);

    private ConnectionFile() {}

    /** Reads a connection; null, with the problem written down, if its system is not known. */
    static @Nullable Connection read(Path path, Map<String, SystemDefinition> systems, List<Problem> problems) {
        JsonFile file = JsonFile.read(path, problems);
        if (file == null) {
            return null;
        }
        String name = file.text("connection", "the name of the file without .json");
        if (!name.isEmpty() && !path.endsWith(name + ".json")) {
            file.problem("connection", "found " + name, "the name of the file without .json");
        }
        if (name.indexOf(':') >= 0 || name.indexOf('.') >= 0) {
            file.problem("connection", "found " + name, "a name without ':' and '.'");
        }
        SystemDefinition system = systems.get(file.text("system", "one of " + systems.keySet()));
        if (system == null) {
            file.problem("system", "no such folder", "one of " + systems.keySet());
            return null;
        }
        Target target = Objects.requireNonNullElse(file.constant("target", Target.class, Target.OFF), Target.OFF);
        if (target != Target.OFF && system.sinkTemplate().isEmpty()) {
            file.problem("target", "found " + target.text(), "off: system " + system.name() + " has no sink");
        }
        return new Connection(
                name,
                system,
                zone(file),
                file.number("epoch", 0, 0),
                file.text("role", "wms, erp, crm or another role", name),
                file.textsByName("peers"),
                file.texts("locations"),
                file.texts("companies"),
                successorOf(file, name),
                ownership(file, system),
                target,
                (int) Math.min(Integer.MAX_VALUE, file.number("maxRecordBytes", 1, DEFAULT_MAX_RECORD_BYTES)),
                deletes(file),
                Durations.positive(file, "silentAfter", SILENT_AFTER),
                PauseSection.read(file),
                TellingSection.read(file),
                NeverLinks.EVERYWHERE.and(file.texts("neverLinks")),
                settings(file));
    }

    private static @Nullable String successorOf(JsonFile file, String name) {
        String succeeded = file.text("succeeds", "the name of another connection", "");
        if (succeeded.equals(name)) {
            file.problem("succeeds", "found " + name, "the name of another connection");
        }
        return succeeded.isEmpty() ? null : succeeded;
    }

    private static ZoneId zone(JsonFile file) {
        String text = file.text("timeZone", "an IANA time zone, for example America/Chicago");
        try {
            return text.isEmpty() ? ZoneOffset.UTC : ZoneId.of(text);
        } catch (DateTimeException e) {
            file.problem("timeZone", "found " + text, "an IANA time zone, for example America/Chicago");
            return ZoneOffset.UTC;
        }
    }

    private static Map<String, String> ownership(JsonFile file, SystemDefinition system) {
        Map<String, String> ownership = file.textsByName("ownership");
        ownership.forEach((owned, entity) -> {
            if (!isQuantityOrMilestone(owned)) {
                file.problem("ownership." + owned, "no such quantity or milestone", "a public name such as shipped");
            }
            if (!system.entities().containsKey(entity)) {
                file.problem(
                        "ownership." + owned,
                        "found " + entity,
                        "one of " + system.entities().keySet());
            }
        });
        return ownership;
    }

    private static boolean isQuantityOrMilestone(String name) {
        for (Quantity quantity : Quantity.values()) {
            if (quantity.text().equals(name)) {
                return true;
            }
        }
        for (Milestone milestone : Milestone.values()) {
            if (milestone.text().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static DeleteLimit deletes(JsonFile file) {
        int perMinute = (int) file.number("deletes.perMinute", 1, DeleteLimit.USUAL.perMinute());
        if (file.at("deletes.confirmedUntil").isMissingNode()) {
            return new DeleteLimit(perMinute, DeleteLimit.USUAL.confirmedUntil());
        }
        String text = file.text("deletes.confirmedUntil", "an instant in UTC");
        try {
            return new DeleteLimit(perMinute, Instant.parse(text));
        } catch (DateTimeException e) {
            file.problem("deletes.confirmedUntil", "found " + text, "an instant such as 2026-11-20T12:00:00Z");
            return DeleteLimit.USUAL;
        }
    }

    private static Map<String, String> settings(JsonFile file) {
        Map<String, String> settings = file.textsByName("settings");
        settings.forEach((setting, value) -> {
            if (Connection.isSecret(setting) && !value.startsWith("${")) {
                file.problem(
                        "settings." + setting, "a secret in plain text", "a reference such as ${secret:wms.password}");
            }
        });
        return settings;
    }
}
