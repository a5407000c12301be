package io.crossdock.crm.soql;

import io.crossdock.crm.soql.Query.OrderKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code SELECT … FROM … [WHERE …] [ORDER BY …] [LIMIT n]}. */
public final class SoqlParser {
    private static final Set<String> OPERATORS = Set.of("=", "!=", "<", ">", "<=", ">=", "LIKE");

    private final Tokens tokens;

    private SoqlParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Parses one query.
     *
     * @throws io.crossdock.crm.error.ApiException 400 MALFORMED_QUERY, naming what was expected
     */
    public static Query parse(String text) {
        SoqlParser parser = new SoqlParser(new Tokens(text));
        Query query = parser.query();
        if (!parser.tokens.atEnd()) {
            throw Tokens.malformed("unexpected token: '" + parser.tokens.peek() + "'");
        }
        return query;
    }

    private Query query() {
        tokens.take("SELECT");
        List<String> fields = fields();
        tokens.take("FROM");
        String object = tokens.name();
        Condition where = tokens.takeIf("WHERE") ? condition() : null;
        return new Query(fields, object, where, orderBy(), limit());
    }

    private List<String> fields() {
        String first = tokens.name();
        if (first.equalsIgnoreCase("COUNT") && tokens.takeIf("(")) {
            tokens.take(")");
            return List.of();
        }
        List<String> fields = new ArrayList<>(List.of(first));
        while (tokens.takeIf(",")) {
            fields.add(tokens.name());
        }
        return List.copyOf(fields);
    }

    /** AND and OR are never mixed without parentheses: the real service refuses that too. */
    private Condition condition() {
        Condition first = factor();
        String word = tokens.peek().toUpperCase(Locale.ROOT);
        if (!word.equals("AND") && !word.equals("OR")) {
            return first;
        }
        List<Condition> parts = new ArrayList<>(List.of(first));
        while (tokens.takeIf(word)) {
            parts.add(factor());
        }
        if (tokens.peek().equalsIgnoreCase("AND") || tokens.peek().equalsIgnoreCase("OR")) {
            throw Tokens.malformed("unexpected token: '" + tokens.peek() + "': use parentheses to mix AND and OR");
        }
        return word.equals("AND") ? new Condition.And(parts) : new Condition.Or(parts);
    }

    private Condition factor() {
        if (tokens.takeIf("NOT")) {
            return new Condition.Not(factor());
        }
        if (tokens.takeIf("(")) {
            Condition inner = condition();
            tokens.take(")");
            return inner;
        }
        return comparison(tokens.name());
    }

    private Condition comparison(String field) {
        boolean negated = tokens.takeIf("NOT");
        if (negated || tokens.peek().equalsIgnoreCase("IN")) {
            tokens.take("IN");
            return new Condition.In(field, negated, list());
        }
        String operator = tokens.next().toUpperCase(Locale.ROOT);
        operator = operator.equals("<>") ? "!=" : operator;
        if (!OPERATORS.contains(operator)) {
            throw Tokens.malformed("unknown operator '" + operator + "' after " + field);
        }
        return new Condition.Compare(field, operator, LiteralReader.read(tokens.next()));
    }

    private List<Literal> list() {
        tokens.take("(");
        List<Literal> values = new ArrayList<>();
        do {
            values.add(LiteralReader.read(tokens.next()));
        } while (tokens.takeIf(","));
        tokens.take(")");
        return List.copyOf(values);
    }

    private List<OrderKey> orderBy() {
        List<OrderKey> keys = new ArrayList<>();
        if (tokens.takeIf("ORDER")) {
            tokens.take("BY");
            do {
                keys.add(orderKey());
            } while (tokens.takeIf(","));
        }
        return List.copyOf(keys);
    }

    private OrderKey orderKey() {
        String field = tokens.name();
        boolean descending = tokens.takeIf("DESC");
        if (!descending) {
            tokens.takeIf("ASC");
        }
        boolean nullsLast = false;
        if (tokens.takeIf("NULLS")) {
            nullsLast = tokens.takeIf("LAST");
            if (!nullsLast) {
                tokens.take("FIRST");
            }
        }
        return new OrderKey(field, descending, !nullsLast);
    }

    private @Nullable Integer limit() {
        if (!tokens.takeIf("LIMIT")) {
            return null;
        }
        String number = tokens.next();
        if (!number.matches("\\d{1,9}")) {
            throw Tokens.malformed("expecting a number after LIMIT, found '" + number + "'");
        }
        return Integer.valueOf(number);
    }
}
