/** What takes too long: limits that are set for orders, by the calendars of the places. Rules R170 to R172 of docs/rules.md. */
@NullMarked
package io.crossdock.watch;

import org.jspecify.annotations.NullMarked;
