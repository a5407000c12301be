package io.crossdock.connect.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queries of one entity: those that follow its changes are ordered by (timestamp, id). */
final class Soql {

    private final EntitySpec spec;
    private final int limit;

    /** Each query asks for so many records at most, so that none costs the target more because there are many behind them. */
    Soql(EntitySpec spec, int limit) {
        this.spec = spec;
        this.limit = limit;
    }

    /** From the beginning. */
    String all() {
        return query("");
    }

    /** What changed at a time or later. */
    String since(Instant from) {
        return query(" WHERE " + spec.cursor() + " >= " + Position.text(from));
    }

    /** What comes after a position: of records with its timestamp only those with a greater id. The first condition lets an index serve. */
    String after(Position position) {
        String stamp = Position.text(position.stamp());
        String id = EntitySpec.escaped(position.id());
        return query(" WHERE " + spec.cursor() + " >= " + stamp + " AND (" + spec.cursor() + " > " + stamp + " OR "
                + spec.id() + " > '" + id + "')");
    }

    /** What a condition picks, or everything if it is empty, behind a record's id if one is given, in the order of the ids. */
    String picked(String condition, @Nullable String afterId) {
        List<String> conditions = new ArrayList<>();
        if (!condition.isEmpty()) {
            conditions.add("(" + condition + ")");
        }
        if (afterId != null) {
            conditions.add("(" + spec.id() + " > '" + EntitySpec.escaped(afterId) + "')");
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return select(where) + " ORDER BY " + spec.id() + limit();
    }

    private String query(String where) {
        return select(where) + " ORDER BY " + spec.cursor() + ", " + spec.id() + limit();
    }

    private String limit() {
        return " LIMIT " + limit;
    }

    private String select(String where) {
        return "SELECT " + String.join(",", spec.select()) + " FROM " + spec.object() + where;
    }
}
