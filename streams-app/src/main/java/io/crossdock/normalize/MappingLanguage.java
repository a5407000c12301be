package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import io.crossdock.systems.Connection;
import io.crossdock.systems.DeclaredFunction;
import io.crossdock.systems.MappingFunction;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the functions of mapping files do for one connection. */
final class MappingLanguage {

    private static final DateTimeFormatter UTC_MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private final Connection connection;

    MappingLanguage(Connection connection) {
        this.connection = connection;
    }

    /** The functions, to be given to the JSLT compiler. */
    Collection<Function> functions() {
        return Arrays.stream(MappingFunction.values())
                .<Function>map(function -> new DeclaredFunction(function, arguments -> call(function, arguments)))
                .toList();
    }

    private JsonNode call(MappingFunction function, JsonNode[] arguments) {
        return switch (function) {
            case ID -> identifier(connection.name(), arguments[0].asText(), reference(arguments[1]));
            case PEER -> identifier(peer(arguments[0].asText()), arguments[1].asText(), reference(arguments[2]));
            case ECHOED -> echoed(peer(arguments[0].asText()), arguments[1].asText(), text(arguments[2]));
            case TRACKING -> tracking(reference(arguments[0]), reference(arguments[1]));
            case SALESFORCE_ID -> salesforceId(reference(arguments[0]), arguments[1].asText());
            case TEXT -> node(text(arguments[0]));
            case REFERENCE -> node(reference(arguments[0]));
            case DECIMAL -> Decimals.decimal(arguments[0]);
            case NON_NEGATIVE -> Decimals.nonNegative(arguments[0]);
            case ONE_OF -> oneOf(arguments[0], arguments[1]);
            case TIME -> time(arguments[0], false);
            case LOCAL_TIME -> time(arguments[0], true);
            case UTC -> utc(time(arguments[0], false));
            case DATE -> date(arguments[0]);
            case TIME_OF_DAY -> timeOfDay(arguments[0]);
        };
    }

    private String peer(String role) {
        String peer = connection.peers().get(role);
        if (peer == null) {
            throw new Rejection(
                    Reason.MAPPING_FAILED, "Connection " + connection.name() + " names no peer of role " + role + ".");
        }
        return peer;
    }

    private static JsonNode identifier(String owner, String type, @Nullable String value) {
        return value == null ? NullNode.getInstance() : TextNode.valueOf(owner + ":" + type + ":" + value);
    }

    private static JsonNode echoed(String peer, String type, @Nullable String ourKey) {
        boolean names = ourKey != null && ourKey.length() > peer.length() + 1 && ourKey.startsWith(peer + ":");
        return identifier(peer, type, names && ourKey != null ? ourKey.substring(peer.length() + 1) : null);
    }

    private static JsonNode tracking(@Nullable String carrier, @Nullable String number) {
        if (carrier == null || number == null) {
            return NullNode.getInstance();
        }
        String owner = carrier.toLowerCase(Locale.ROOT).replace(' ', '-').replace(':', '-');
        return identifier(owner, "tracking", number);
    }

    private static JsonNode salesforceId(@Nullable String value, String prefix) {
        return node(value == null ? null : SalesforceId.of(value, prefix));
    }

    private @Nullable String reference(JsonNode value) {
        String text = text(value);
        return text == null || connection.neverLinks().contains(text) ? null : text;
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isContainerNode()) {
            throw new Rejection(Reason.WRONG_TYPE, "expected a text, found an object or an array.", value);
        }
        String text = value.isNumber()
                ? Decimals.plain(value.decimalValue()).toPlainString()
                : value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    private static JsonNode oneOf(JsonNode value, JsonNode known) {
        JsonNode found = value.isTextual() ? known.get(value.textValue()) : null;
        if (found != null) {
            return found;
        }
        throw new Rejection(
                Reason.UNKNOWN_STATUS,
                "found " + Rejection.shown(value) + ", known are "
                        + known.propertyStream().map(Map.Entry::getKey).toList()
                        + ". Add it to the mapping file, then replay.",
                value);
    }

    private JsonNode time(JsonNode value, boolean local) {
        String text = text(value);
        if (text == null) {
            return NullNode.getInstance();
        }
        try {
            return TextNode.valueOf(
                    Times.text(local ? Times.localTime(text, connection.zone()) : Times.time(text, connection.zone())));
        } catch (DateTimeException e) {
            throw wrongTime("a time such as 2026-11-20T17:45:21.123Z", value);
        }
    }

    private static JsonNode utc(JsonNode time) {
        return time.isNull()
                ? time
                : TextNode.valueOf(UTC_MILLIS.format(
                        OffsetDateTime.parse(time.textValue()).withOffsetSameInstant(ZoneOffset.UTC)));
    }

    private static JsonNode date(JsonNode value) {
        String text = text(value);
        if (text == null) {
            return NullNode.getInstance();
        }
        try {
            return TextNode.valueOf(Times.date(text).toString());
        } catch (DateTimeException e) {
            throw wrongTime("a date such as 2026-11-20", value);
        }
    }

    private static JsonNode timeOfDay(JsonNode value) {
        String text = text(value);
        if (text == null) {
            return NullNode.getInstance();
        }
        try {
            return TextNode.valueOf(Times.timeOfDay(text).toString());
        } catch (DateTimeException e) {
            throw wrongTime("a time of day such as 17:30:00", value);
        }
    }

    private static Rejection wrongTime(String expected, JsonNode value) {
        return new Rejection(
                Reason.WRONG_TYPE,
                "expected " + expected + ", found " + Rejection.shown(value)
                        + ". Check that the connector writes times as text (time.precision.mode=isostring).",
                value);
    }

    private static JsonNode node(@Nullable String text) {
        return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
    }
}
