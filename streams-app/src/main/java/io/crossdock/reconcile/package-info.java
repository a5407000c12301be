/**
 * The stage that compares what sources have with what was heard of it. Reads {@code source.keys}; decides which rows were not heard as
 * they are; asks for them to be read again ({@code source.signals}), writes how each entity stands ({@code source.rounds}) and what is
 * wrong ({@code orders.exceptions}); keeps {@code suspects}, and in every instance {@code rounds}. It changes no mailbox and no order:
 * what is read again comes in like every other record. A key that cannot be read is passed over, and the next round brings it again.
 */
@NullMarked
package io.crossdock.reconcile;

import org.jspecify.annotations.NullMarked;
