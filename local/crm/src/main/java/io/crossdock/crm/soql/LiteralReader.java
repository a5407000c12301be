package io.crossdock.crm.soql;

import io.crossdock.crm.model.Instants;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the value of one token. */
final class LiteralReader {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private LiteralReader() {}

    static Literal read(String token) {
        if (token.startsWith("'")) {
            return new Literal.Text(unescaped(token.substring(1, token.length() - 1)));
        }
        if (token.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return token.contains("T") ? dateTime(token) : date(token);
        }
        if (token.matches("[+-]?\\d.*")) {
            return new Literal.Decimal(new BigDecimal(token));
        }
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "null" -> new Literal.Null();
            case "true" -> new Literal.Bool(true);
            case "false" -> new Literal.Bool(false);
            default -> throw Tokens.malformed("expecting a value, found '" + token + "'");
        };
    }

    private static Literal dateTime(String token) {
        OffsetDateTime value = Instants.parse(token);
        if (value == null) {
            throw Tokens.malformed("'" + token + "' is no date and time with offset, such as 2026-11-20T23:45:21.123Z");
        }
        return new Literal.DateTime(value);
    }

    private static Literal date(String token) {
        try {
            return new Literal.Date(LocalDate.parse(token));
        } catch (DateTimeParseException e) {
            throw Tokens.malformed("'" + token + "' is no date");
        }
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(meaning(found.group(1))));
    }

    private static String meaning(String escaped) {
        return switch (escaped) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "'", "\"", "\\" -> escaped;
            // LIKE takes these as themselves, not as wildcards.
            case "%", "_" -> "\\" + escaped;
            default -> throw Tokens.malformed("invalid escape '\\" + escaped + "' in a text");
        };
    }
}
