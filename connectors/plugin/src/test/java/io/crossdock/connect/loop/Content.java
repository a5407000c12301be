package io.crossdock.connect.loop;

/**
 * What an order is at one time.
 *
 * @param value what states show of it
 * @param effects how many effects it asks for, the first ones in a fixed order
 * @param variant what the effects say
 */
record Content(int value, int effects, int variant) {

    String text() {
        return value + " " + effects + " " + variant;
    }

    static Content parse(String text) {
        String[] parts = text.split(" ", -1);
        return new Content(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** Hash of the state that targets are told. */
    String hash() {
        return "value-" + value;
    }

    /** Hash of what an effect says; every second one says nothing that could be refused. */
    String effectHash(int effect) {
        return "effect-" + effect + "-" + (effect % 2 == 0 ? 0 : variant);
    }
}
