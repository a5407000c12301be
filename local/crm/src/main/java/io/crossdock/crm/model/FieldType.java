package io.crossdock.crm.model;

/** How a field's value is checked, stored and compared. */
public enum FieldType {
    ID,
    STRING,
    TEXTAREA,
    PICKLIST,
    NUMBER,
    DATE,
    DATETIME,
    BOOLEAN,
    REFERENCE,
    AUTONUMBER;

    /** The SQL type that comparisons of such a field use. */
    public String sqlType() {
        return switch (this) {
            case NUMBER -> "numeric";
            case DATE -> "date";
            case DATETIME -> "timestamptz";
            case BOOLEAN -> "boolean";
            case ID, STRING, TEXTAREA, PICKLIST, REFERENCE, AUTONUMBER -> "text";
        };
    }
}
