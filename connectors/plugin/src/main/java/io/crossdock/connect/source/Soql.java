package io.crossdock.connect.source;

import java.time.Instant;

/** The queries of one entity, always ordered by (timestamp, id). */
final class Soql {

    private final EntitySpec spec;

    Soql(EntitySpec spec) {
        this.spec = spec;
    }

    /** Everything. */
    String all() {
        return query("");
    }

    /** What changed at a time or later. */
    String since(Instant from) {
        return query(" WHERE " + spec.cursor() + " >= " + Position.text(from));
    }

    /** What comes after a position: of records with its timestamp only those with a greater id. */
    String after(Position position) {
        String stamp = Position.text(position.stamp());
        String id = position.id().replace("\\", "\\\\").replace("'", "\\'");
        return query(" WHERE (" + spec.cursor() + " > " + stamp + ") OR (" + spec.cursor() + " = " + stamp + " AND "
                + spec.id() + " > '" + id + "')");
    }

    private String query(String where) {
        return "SELECT " + String.join(",", spec.select()) + " FROM " + spec.object() + where + " ORDER BY "
                + spec.cursor() + ", " + spec.id();
    }
}
