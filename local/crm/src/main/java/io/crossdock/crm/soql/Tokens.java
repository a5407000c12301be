package io.crossdock.crm.soql;

import io.crossdock.crm.error.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a query, read one after the other. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<string>'(?:[^'\\\\]|\\\\.)*')"
            + "|(?<value>\\d{4}-\\d{2}-\\d{2}(?:T[0-9:.]+(?:Z|[+-]\\d{2}:?\\d{2})?)?|[+-]?\\d+(?:\\.\\d+)?)"
            + "|(?<word>[A-Za-z][A-Za-z0-9_.]*)"
            + "|(?<symbol><=|>=|!=|<>|[=<>(),]))");

    private final List<String> tokens = new ArrayList<>();
    private int position;

    Tokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        String rest = text.stripTrailing();
        while (end < rest.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw malformed("unexpected token: '" + rest.substring(end).strip() + "'");
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    boolean atEnd() {
        return position == tokens.size();
    }

    String peek() {
        return atEnd() ? "" : tokens.get(position);
    }

    String next() {
        if (atEnd()) {
            throw malformed("unexpected end of the query");
        }
        return tokens.get(position++);
    }

    boolean takeIf(String expected) {
        if (!peek().equalsIgnoreCase(expected)) {
            return false;
        }
        position++;
        return true;
    }

    void take(String expected) {
        String found = atEnd() ? "<EOF>" : peek();
        if (!takeIf(expected)) {
            throw malformed("expecting '" + expected + "', found '" + found + "'");
        }
    }

    String name() {
        String token = next();
        if (!Character.isLetter(token.charAt(0))) {
            throw malformed("expecting a name, found '" + token + "'");
        }
        return token;
    }

    static ApiException malformed(String message) {
        return ApiException.of(400, "MALFORMED_QUERY", message);
    }
}
