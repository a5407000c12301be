/**
 * What one target should be told about one order, and when. Reads the desired view and the target's answers, decides
 * what to send next, keeps what is desired, in flight, known and parked, and fails by parking: a refused view waits until
 * a newer one differs. A view is never sent with a version at or below one that was sent, answered or found before.
 */
@NullMarked
package io.crossdock.order.outbox;

import org.jspecify.annotations.NullMarked;
