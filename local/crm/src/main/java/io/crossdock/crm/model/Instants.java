package io.crossdock.crm.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The REST form of an instant, {@code 2026-11-20T23:45:21.123+0000}, and the forms that are accepted. */
public final class Instants {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ACCEPTED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    private Instants() {}

    /** The instant as the API shows it, always in UTC with milliseconds. */
    public static String show(Instant instant) {
        return SHOWN.format(instant);
    }

    /** The instant, or null if the text has no offset or is no date and time. */
    public static @Nullable OffsetDateTime parse(String text) {
        try {
            return OffsetDateTime.parse(text, ACCEPTED);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
