/** How much an exception matters: by its type, and by what is at stake with its order. Rules R173 and R174 of docs/rules.md. */
@NullMarked
package io.crossdock.order.severity;

import org.jspecify.annotations.NullMarked;
