/** Measurements of the running stack: how long a commit in the warehouse takes to the CRM, and what the stack costs. */
@NullMarked
package io.crossdock.bench;

import org.jspecify.annotations.NullMarked;
