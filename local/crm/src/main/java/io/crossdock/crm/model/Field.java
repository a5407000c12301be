package io.crossdock.crm.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object: its type, its bounds and whether people may write it.
 *
 * @param name the API name
 * @param type how values are checked and compared
 * @param length most characters of a text, digits of an auto-number; 0 where it does not apply
 * @param precision most digits of a number; 0 where it does not apply
 * @param scale digits after the point of a number
 * @param values allowed values of a pick list
 * @param externalId true if the field is a unique key of another system
 * @param required true if a new record must have it
 * @param defaultValue value of a new record that does not say; null if none
 * @param references name of the object a reference points to; null otherwise
 * @param column column that holds it if it is a system field; null if it lives in the JSON of the row
 */
public record Field(
        String name,
        FieldType type,
        int length,
        int precision,
        int scale,
        List<String> values,
        boolean externalId,
        boolean required,
        @Nullable String defaultValue,
        @Nullable String references,
        @Nullable String column) {

    /** A field that the service itself writes, kept in a column of the row. */
    static Field system(String name, FieldType type, String column) {
        return new Field(name, type, 0, 0, 0, List.of(), false, false, null, null, column);
    }

    /** True if only the service writes this field. */
    public boolean readOnly() {
        return column != null || type == FieldType.AUTONUMBER;
    }

    /** The SQL expression of this field's typed value; holds only names from the object definitions. */
    public String sql() {
        if (column != null) {
            return column;
        }
        String text = "(fields->>'" + name + "')";
        return type.sqlType().equals("text") ? text : text + "::" + type.sqlType();
    }

    /** The sequence that numbers an auto-number field of the given object. */
    public String sequence(String object) {
        return ("autonumber_" + object + "_" + name).toLowerCase(java.util.Locale.ROOT);
    }
}
