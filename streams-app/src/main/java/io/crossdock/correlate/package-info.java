/**
 * Reads facts and messages between mailboxes. Decides, through {@code Mailbox}, which version of each fact stands and who must be
 * told. Writes messages to other mailboxes and hands what changed to {@code track}. Keeps the stores {@code mailboxes} and
 * {@code deadlines}. Fails
 * loudly on a message it cannot read: a lost message between mailboxes would break an edge for ever.
 */
@NullMarked
package io.crossdock.correlate;

import org.jspecify.annotations.NullMarked;
