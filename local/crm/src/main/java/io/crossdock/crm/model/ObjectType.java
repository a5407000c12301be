package io.crossdock.crm.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One kind of record, for example Order: its id prefix and its fields. Field names are found in any case. */
public final class ObjectType {
    private final String name;
    private final String keyPrefix;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    ObjectType(String name, String keyPrefix, List<Field> own) {
        this.name = name;
        this.keyPrefix = keyPrefix;
        add(Field.system("Id", FieldType.ID, "id"));
        own.forEach(this::add);
        add(Field.system("CreatedDate", FieldType.DATETIME, "created_at"));
        add(Field.system("LastModifiedDate", FieldType.DATETIME, "system_modstamp"));
        add(Field.system("SystemModstamp", FieldType.DATETIME, "system_modstamp"));
    }

    private void add(Field field) {
        fields.put(field.name().toLowerCase(Locale.ROOT), field);
    }

    /** The API name. */
    public String name() {
        return name;
    }

    /** The first three characters of every id of this kind. */
    public String keyPrefix() {
        return keyPrefix;
    }

    /** All fields, the system's too, in the order of the definition. */
    public Collection<Field> fields() {
        return fields.values();
    }

    /** The field of that name in any case, or null if there is none. */
    public @Nullable Field field(String fieldName) {
        return fields.get(fieldName.toLowerCase(Locale.ROOT));
    }
}
