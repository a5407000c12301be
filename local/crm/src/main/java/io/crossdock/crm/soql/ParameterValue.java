package io.crossdock.crm.soql;

import io.crossdock.crm.model.Field;
import io.crossdock.crm.model.RecordId;

/** The JDBC value of a literal, if its kind fits the field it is compared with. */
final class ParameterValue {
    private ParameterValue() {}

    static Object of(Field field, Literal literal) {
        return switch (field.type()) {
            case ID, REFERENCE -> RecordId.complete(text(field, literal));
            case STRING, TEXTAREA, PICKLIST, AUTONUMBER -> text(field, literal);
            case NUMBER -> {
                if (literal instanceof Literal.Decimal number) {
                    yield number.value();
                }
                throw SqlTranslator.invalid(field, "the value must be a number without quotes");
            }
            case DATE -> {
                if (literal instanceof Literal.Date date) {
                    yield date.value();
                }
                throw SqlTranslator.invalid(field, "the value must be a date without quotes, such as 2026-11-20");
            }
            case DATETIME -> {
                if (literal instanceof Literal.DateTime dateTime) {
                    yield dateTime.value();
                }
                throw SqlTranslator.invalid(
                        field, "the value must be a date and time without quotes, such as 2026-11-20T23:45:21.123Z");
            }
            case BOOLEAN -> {
                if (literal instanceof Literal.Bool bool) {
                    yield bool.value();
                }
                throw SqlTranslator.invalid(field, "the value must be true or false");
            }
        };
    }

    private static String text(Field field, Literal literal) {
        if (literal instanceof Literal.Text text) {
            return text.value();
        }
        throw SqlTranslator.invalid(field, "the value must be a text in single quotes");
    }
}
