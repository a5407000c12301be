/**
 * Projection out: a pure function from an order's standing facts to its status. It reads facts and ownership, decides
 * what each unit's place is, and keeps nothing; no clock, no arrival order. Rules R20 and later of docs/rules.md.
 */
@NullMarked
package io.crossdock.order.status;

import org.jspecify.annotations.NullMarked;
