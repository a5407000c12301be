/**
 * The state machine of one identifier. Reads messages (a fact at its home, what a child tells, a child that leaves),
 * decides which facts stand and who the parents are, and answers with row changes and messages to other mailboxes.
 *
 * <p>Every edge from a child to a parent is maintained by its child end only. Once all messages are drained, the rows a
 * parent keeps for a child equal the child's effective facts, or nothing if the child has left; so the facts at the top
 * are a function of the set of facts that were said, whatever the interleaving. It needs each message to take effect
 * exactly once and in order per sender and receiver, and a counter per mailbox that never restarts.
 */
@NullMarked
package io.crossdock.order.mailbox;

import org.jspecify.annotations.NullMarked;
