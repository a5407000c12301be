package io.crossdock.local.fault;

import java.util.Arrays;
import java.util.Optional;

/** A point of the flow where the application can be killed. */
public enum Point {
    /** A raw record was turned into facts, which were forwarded; nothing is committed yet. */
    AFTER_NORMALIZE("after-normalize", "normalize"),
    /** A target holds a change; its receipt has arrived and is not yet processed. */
    PATCH_RECEIPT("patch-receipt", "receipts"),
    /** A mailbox gives all it holds to a new parent, which is about to take it. */
    HAND_OVER("hand-over", "messages");

    private final String text;
    private final String node;

    Point(String text, String node) {
        this.text = text;
        this.node = node;
    }

    /** Its name on the command line and in the file that arms it. */
    public String text() {
        return text;
    }

    /** Name of the node of the topology at which it is. */
    String node() {
        return node;
    }

    /** The point of that name. */
    public static Optional<Point> named(String text) {
        return Arrays.stream(values()).filter(point -> point.text.equals(text)).findFirst();
    }
}
