/** What anybody can see from outside: exceptions and messages on their topics, orders in the CRM. Proofs judge by it. */
@NullMarked
package io.crossdock.local.prove.seen;

import org.jspecify.annotations.NullMarked;
