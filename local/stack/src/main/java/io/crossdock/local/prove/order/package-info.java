/**
 * {@code prove order --live}: generated orders through a real broker and two instances of the application, one of which is killed
 * twice; every final status is compared with the world that made the records.
 */
@NullMarked
package io.crossdock.local.prove.order;

import org.jspecify.annotations.NullMarked;
