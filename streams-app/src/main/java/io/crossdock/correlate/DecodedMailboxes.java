package io.crossdock.correlate;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Mailbox;
import java.util.LinkedHashMap;
import java.util.Map;

/** The mailboxes a task touched last, decoded. Dropped with the task, so that it never shows what was rolled back. */
final class DecodedMailboxes extends LinkedHashMap<Identifier, DecodedMailboxes.Opened> {

    /**
     * A mailbox that was touched.
     *
     * @param mailbox decoded
     * @param archived true if its state lies in the archive
     */
    record Opened(Mailbox mailbox, boolean archived) {}

    /** Enough for the orders in motion; at some tens of facts each this is about 25 MB a task. */
    private static final int CAPACITY = 2_000;

    DecodedMailboxes() {
        super(1024, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Identifier, Opened> eldest) {
        return size() > CAPACITY;
    }
}
