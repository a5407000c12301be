/** One story on the running stack: people do something, the CRM must show it, and the time between is measured. */
@NullMarked
package io.crossdock.local.demo;

import org.jspecify.annotations.NullMarked;
