package io.crossdock.order.status;

/** Where a unit of a line is; each unit is in exactly one position, so that they sum to what was ordered (R43). */
public enum Position {
    CANCELLED("cancelled"),
    SHORT_CLOSED("shortClosed"),
    DELIVERED("delivered"),
    IN_TRANSIT("inTransit"),
    PACKED("packed"),
    PICKED("picked"),
    RELEASED("released"),
    ALLOCATED("allocated"),
    LOST("lost"),
    BACKORDERED("backordered"),
    OPEN("open");

    private final String text;

    Position(String text) {
        this.text = text;
    }

    /** The public name, for example {@code inTransit}. */
    public String text() {
        return text;
    }
}
