/** One Kafka Connect worker in distributed mode: its settings come from the command line, its secrets through config providers. */
@NullMarked
package io.crossdock.local.worker;

import org.jspecify.annotations.NullMarked;
