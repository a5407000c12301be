package io.crossdock.worlds.delivery;

import io.crossdock.order.mailbox.Mailbox;

/** Sees each mailbox after each of its steps, and changes nothing. */
public interface Witness {

    /** Nobody looks. */
    Witness NONE = mailbox -> {};

    /** The mailbox as it stands now; it is not to be kept. */
    void sees(Mailbox mailbox);
}
