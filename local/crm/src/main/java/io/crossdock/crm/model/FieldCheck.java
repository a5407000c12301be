package io.crossdock.crm.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.crossdock.crm.error.ApiException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Checks one value against its field and brings it into the form that is stored. */
public final class FieldCheck {
    private FieldCheck() {}

    /**
     * The value as it is stored; JSON null stays null and clears the field.
     *
     * @throws ApiException 400 with the code the real service uses for this kind of wrong value
     */
    public static JsonNode stored(Field field, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        return switch (field.type()) {
            case STRING, TEXTAREA, PICKLIST -> text(field, value);
            case NUMBER -> number(field, value);
            case DATE -> date(field, value);
            case DATETIME -> dateTime(field, value);
            case BOOLEAN -> value.isBoolean() ? value : wrongType(field, "boolean", value);
            case REFERENCE -> reference(field, value);
            case ID, AUTONUMBER ->
                throw ApiException.of(
                        400,
                        "INVALID_FIELD_FOR_INSERT_UPDATE",
                        "Unable to create/update fields: " + field.name()
                                + ". Please check the security settings of this field and verify that it is read/write for your"
                                + " profile or permission set.",
                        field.name());
        };
    }

    private static JsonNode text(Field field, JsonNode value) {
        if (!value.isValueNode()) {
            return wrongType(field, "string", value);
        }
        String text = value.asText();
        if (text.length() > field.length()) {
            throw ApiException.of(
                    400,
                    "STRING_TOO_LONG",
                    "%s: data value too large: %s (max length=%d)"
                            .formatted(field.name(), shortened(text), field.length()),
                    field.name());
        }
        if (field.type() == FieldType.PICKLIST && !field.values().contains(text)) {
            throw ApiException.of(
                    400,
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    "%s: bad value for restricted picklist field: %s".formatted(field.name(), text),
                    field.name());
        }
        return TextNode.valueOf(text);
    }

    private static JsonNode number(Field field, JsonNode value) {
        BigDecimal number;
        try {
            number = value.isNumber() ? value.decimalValue() : new BigDecimal(value.isTextual() ? value.asText() : "");
        } catch (NumberFormatException e) {
            return wrongType(field, "double", value);
        }
        BigDecimal rounded = number.setScale(field.scale(), RoundingMode.HALF_UP);
        if (rounded.precision() - rounded.scale() > field.precision() - field.scale()) {
            throw ApiException.of(
                    400,
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    "%s: value outside of valid range on numeric field: %s"
                            .formatted(field.name(), shortened(value.asText())),
                    field.name());
        }
        return DecimalNode.valueOf(rounded);
    }

    private static JsonNode date(Field field, JsonNode value) {
        try {
            return TextNode.valueOf(LocalDate.parse(value.asText()).toString());
        } catch (DateTimeParseException e) {
            return wrongType(field, "date", value);
        }
    }

    private static JsonNode dateTime(Field field, JsonNode value) {
        OffsetDateTime instant = Instants.parse(value.asText());
        return instant == null
                ? wrongType(field, "datetime", value)
                : TextNode.valueOf(Instants.show(instant.toInstant()));
    }

    private static JsonNode reference(Field field, JsonNode value) {
        if (!value.isTextual() || !RecordId.isValid(value.asText())) {
            throw ApiException.of(
                    400,
                    "MALFORMED_ID",
                    "%s: id value of incorrect type: %s".formatted(field.name(), shortened(value.asText())),
                    field.name());
        }
        return TextNode.valueOf(RecordId.complete(value.asText()));
    }

    private static JsonNode wrongType(Field field, String wanted, JsonNode value) {
        throw ApiException.of(
                400,
                "JSON_PARSER_ERROR",
                "Cannot deserialize instance of %s from %s value %s or request may be missing a required field at %s"
                        .formatted(wanted, value.getNodeType(), shortened(value.toString()), field.name()),
                field.name());
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
