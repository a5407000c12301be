/**
 * When a target may be called. Everything that wants to call it waits at one {@link io.crossdock.connect.call.Gate}: for a free
 * place, for the pace and the day's budget that were bought, and for a target that wants to be left alone or is down. Decides
 * who is next; keeps counts in memory only; fails by letting wait, and says why once.
 */
@NullMarked
package io.crossdock.connect.call;

import org.jspecify.annotations.NullMarked;
