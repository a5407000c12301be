package io.crossdock.track;

import java.util.Locale;

/** Type of a business event: the subject and what it reached, for example {@code ShipmentShipped} or {@code OrderFullyShipped}. */
final class EventType {

    private EventType() {}

    static String of(String subject, String milestone, boolean corrected) {
        return pascal(kind(subject)) + pascal(milestone) + (corrected ? "Corrected" : "");
    }

    /** {@code order}, {@code line:3} or {@code wms-east:shipment:S-77}. */
    private static String kind(String subject) {
        String[] parts = subject.split(":", 3);
        return parts.length == 3 ? parts[1] : parts[0];
    }

    private static String pascal(String kebab) {
        StringBuilder text = new StringBuilder(kebab.length());
        for (String word : kebab.split("-", -1)) {
            text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return text.toString();
    }
}
