/**
 * A simulated distributor: people, boxes, and systems with tables and ids of their own. It writes raw records as
 * connectors would, and it knows the truth, because it keeps every physical unit and where it is. It has never heard of
 * the rules it is used to judge.
 */
@NullMarked
package io.crossdock.worlds.world;

import org.jspecify.annotations.NullMarked;
