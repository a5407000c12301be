/** What other people's tools see: topics, Connect's REST API, metrics. */
@NullMarked
package io.crossdock.local.prove.subscribers;

import org.jspecify.annotations.NullMarked;
