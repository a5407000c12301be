package io.crossdock.systems;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.severity.Caps;
import io.crossdock.order.status.FulfilmentStatus;
import io.crossdock.order.status.OrderException;
import io.crossdock.order.status.Position;
import io.crossdock.order.watch.WatchRule;
import io.crossdock.order.watch.WatchRule.Counted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code limits.json}: by the type of its exception {@code {"of": "shipment", "missing": "shipped", "after": "released", "limit":
 * "PT8H", "counted": "cut-off"}}, {@code {"stuck": "OPEN", …}}, {@code {"units": "backordered", …}} or {@code {"missing": "fully-shipped",
 * "date": "requested", …}}.
 */
final class LimitsFile {

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Set<String> TAKEN = Stream.concat(
                    Arrays.stream(OrderException.Type.values()).map(Enum::name),
                    Stream.of("ORPHAN", "AUTHORITY_CONFLICT", "OVERLOADED"))
            .collect(Collectors.toUnmodifiableSet());
    private static final String REQUESTED = "requested";
    private static final String ORDER = "order";
    private static final String CAPS = "caps.";
    private static final String USUAL = "usual";

    private final JsonFile file;

    private LimitsFile(JsonFile file) {
        this.file = file;
    }

    /** The limits; none if there is no such file. */
    static OrderLimits read(Path path, List<Problem> problems) {
        JsonFile file = Files.exists(path) ? JsonFile.read(path, problems) : null;
        return file == null ? OrderLimits.NONE : new LimitsFile(file).read();
    }

    private OrderLimits read() {
        List<WatchRule> rules = new ArrayList<>();
        for (String type : file.names("limits").stream().sorted().toList()) {
            String at = "limits." + type;
            if (!TYPE.matcher(type).matches() || TAKEN.contains(type)) {
                file.problem(at, "found " + type, "a name such as NOT_ACCEPTED that no other exception has");
                continue;
            }
            Counted counted = file.constant(at + ".counted", Counted.class, Counted.ALWAYS);
            WatchRule rule = counted == null ? null : rule(type, at, counted);
            if (rule != null) {
                rules.add(rule);
            }
        }
        boolean named = !file.at("calendar").isMissingNode();
        return new OrderLimits(
                rules,
                named ? file.text("calendar", "code of a location") : null,
                new SeveritySection(file).read(),
                caps());
    }

    private Caps caps() {
        int usual = file.at(CAPS + USUAL).isMissingNode() ? Caps.USUAL.usual() : cap(USUAL);
        Map<String, Integer> types = new HashMap<>();
        file.names("caps").stream().filter(type -> !type.equals(USUAL)).forEach(type -> types.put(type, cap(type)));
        return new Caps(usual, types);
    }

    private int cap(String type) {
        JsonNode cap = file.at(CAPS + type);
        if (!cap.canConvertToInt() || cap.intValue() < 1) {
            file.problem(CAPS + type, "found " + cap, "a number of exceptions, 1 or more, for example 1000");
            return Caps.USUAL.usual();
        }
        return cap.intValue();
    }

    private @Nullable WatchRule rule(String type, String at, Counted counted) {
        if (!file.at(at + ".stuck").isMissingNode()) {
            FulfilmentStatus status = constant(at + ".stuck", FulfilmentStatus.class, text -> text);
            Duration limit = Durations.positive(file, at + ".limit", "PT16H");
            return status == null || limit == null ? null : new WatchRule.Stuck(type, status, limit, counted);
        }
        if (!file.at(at + ".units").isMissingNode()) {
            return units(type, at, counted);
        }
        Milestone missing = milestone(at + ".missing");
        if (!file.at(at + ".date").isMissingNode()) {
            return late(type, at, missing, counted);
        }
        Milestone after = milestone(at + ".after");
        Duration limit = Durations.positive(file, at + ".limit", "PT8H");
        String of = file.text(at + ".of", "\"order\" or the type of a document", ORDER);
        return missing == null || after == null || limit == null
                ? null
                : new WatchRule.Missing(type, of, missing, after, limit, counted);
    }

    private @Nullable WatchRule units(String type, String at, Counted counted) {
        Position position = named(at + ".units", Position.class, Position::text);
        Duration limit = Durations.notNegative(file, at + ".limit", "PT0S");
        return position == null || limit == null ? null : new WatchRule.Units(type, position, limit, counted);
    }

    private @Nullable WatchRule late(String type, String at, @Nullable Milestone missing, Counted counted) {
        if (!file.text(at + ".date", "\"" + REQUESTED + "\"").equals(REQUESTED)) {
            file.problem(
                    at + ".date", "found " + file.at(at + ".date"), "\"" + REQUESTED + "\": the only date there is");
        }
        String expected = "a length of time, for example \"PT2H\", or \"-PT3H\" for before";
        String text = file.text(at + ".limit", expected);
        try {
            return missing == null || text.isEmpty()
                    ? null
                    : new WatchRule.Late(type, missing, Duration.parse(text), counted);
        } catch (DateTimeException e) {
            file.problem(at + ".limit", "found " + text, expected);
            return null;
        }
    }

    private @Nullable Milestone milestone(String field) {
        return constant(field, Milestone.class, text -> text.replace('_', '-').toLowerCase(Locale.ROOT));
    }

    private <E extends Enum<E>> @Nullable E constant(String field, Class<E> type, UnaryOperator<String> publicName) {
        return named(field, type, each -> publicName.apply(each.name()));
    }

    /** Reads a constant by its public name. */
    private <E extends Enum<E>> @Nullable E named(String field, Class<E> type, Function<E, String> publicName) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(publicName).toList();
        String text = file.text(field, "one of " + names);
        int found = names.indexOf(text);
        if (found < 0 && !text.isEmpty()) {
            file.problem(field, "found " + text, "one of " + names);
        }
        return found < 0 ? null : type.getEnumConstants()[found];
    }
}
