package io.crossdock.worlds.world;

/** Where an ordered unit is, from the least to the furthest. */
enum Place {
    OPEN("open"),
    BACKORDERED("backordered"),
    LOST("lost"),
    ALLOCATED("allocated"),
    RELEASED("released"),
    PICKED("picked"),
    PACKED("packed"),
    SHIPPED("inTransit"),
    DELIVERED("delivered");

    private final String text;

    Place(String text) {
        this.text = text;
    }

    /** What a planner calls it. */
    String text() {
        return text;
    }

    boolean isAtLeast(Place other) {
        return compareTo(other) >= 0;
    }
}
