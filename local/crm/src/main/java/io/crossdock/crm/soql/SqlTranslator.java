package io.crossdock.crm.soql;

import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Field;
import io.crossdock.crm.model.ObjectCatalog;
import io.crossdock.crm.model.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns a query into parameterised SQL; only names from the object definitions get into the text. */
public final class SqlTranslator {
    private final ObjectType type;
    private final List<Object> parameters = new ArrayList<>();

    private SqlTranslator(ObjectType type) {
        this.type = type;
    }

    /**
     * The SQL of the query.
     *
     * @throws ApiException 400 INVALID_TYPE or INVALID_FIELD for an unknown object or field, or a value of a wrong kind
     */
    public static SqlQuery translate(Query query, ObjectCatalog catalog) {
        ObjectType type = catalog.find(query.object());
        if (type == null) {
            throw ApiException.of(400, "INVALID_TYPE", "sObject type '" + query.object() + "' is not supported.");
        }
        SqlTranslator translator = new SqlTranslator(type);
        List<Field> fields = query.fields().stream().map(translator::field).toList();
        return new SqlQuery(type, fields, translator.tail(query), List.copyOf(translator.parameters));
    }

    private String tail(Query query) {
        // The object's name stands in the text, so that the partial indices of this object can serve.
        StringBuilder sql = new StringBuilder(" where type = '" + type.name() + "'");
        if (query.where() != null) {
            sql.append(" and ").append(condition(query.where()));
        }
        if (!query.isCount()) {
            sql.append(" order by ").append(orderBy(query));
        }
        if (query.limit() != null) {
            sql.append(" limit ").append(query.limit());
        }
        return sql.toString();
    }

    /** The id closes every order, so that equal sort keys come in the same order each time. */
    private String orderBy(Query query) {
        List<String> keys = new ArrayList<>();
        for (Query.OrderKey key : query.orderBy()) {
            Field field = field(key.field());
            String nulls = field.column() != null ? "" : key.nullsFirst() ? " nulls first" : " nulls last";
            keys.add(field.sql() + (key.descending() ? " desc" : "") + nulls);
        }
        keys.add("id");
        return String.join(", ", keys);
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.And and -> joined(and.parts(), " and ");
            case Condition.Or or -> joined(or.parts(), " or ");
            case Condition.Not not -> "not coalesce(" + condition(not.part()) + ", false)";
            case Condition.Compare compare -> compare(compare);
            case Condition.In in -> in(in);
        };
    }

    private String joined(List<Condition> parts, String word) {
        return parts.stream().map(this::condition).collect(Collectors.joining(word, "(", ")"));
    }

    private String compare(Condition.Compare compare) {
        Field field = field(compare.field());
        String left = field.sql();
        if (compare.value() instanceof Literal.Null) {
            return switch (compare.operator()) {
                case "=" -> left + " is null";
                case "!=" -> left + " is not null";
                default -> throw invalid(field, "null can only be compared with = or !=");
            };
        }
        if (compare.operator().equals("LIKE") && !field.type().sqlType().equals("text")) {
            throw invalid(field, "LIKE needs a text field");
        }
        parameters.add(ParameterValue.of(field, compare.value()));
        return switch (compare.operator()) {
            case "=" -> left + " = ?";
            // A record without a value is different from every value.
            case "!=" -> left + " is distinct from ?";
            case "LIKE" -> left + " ilike ?";
            default -> left + " " + compare.operator() + " ?";
        };
    }

    private String in(Condition.In in) {
        Field field = field(in.field());
        List<String> marks = new ArrayList<>();
        for (Literal value : in.values()) {
            if (value instanceof Literal.Null) {
                throw invalid(field, "null cannot stand in a list: compare it with = or !=");
            }
            parameters.add(ParameterValue.of(field, value));
            marks.add("?");
        }
        String list = field.sql() + " in (" + String.join(", ", marks) + ")";
        return in.negated() ? "not coalesce(" + list + ", false)" : list;
    }

    private Field field(String name) {
        Field field = type.field(name);
        if (field == null) {
            throw ApiException.of(
                    400,
                    "INVALID_FIELD",
                    "No such column '%s' on entity '%s'. If you are attempting to use a custom field, be sure to append the '__c'"
                                    .formatted(name, type.name())
                            + " after the custom field name.");
        }
        return field;
    }

    static ApiException invalid(Field field, String why) {
        return ApiException.of(
                400,
                "INVALID_FIELD",
                "%s (%s): %s".formatted(field.name(), field.type().name().toLowerCase(Locale.ROOT), why));
    }
}
