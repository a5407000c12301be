/**
 * Reference data: customers, locations and what else colours severity and display, never a status. {@code normalize} decides with the
 * store {@code latest-reference} which word about a row is the newest and writes it to {@code reference.<entity>}; every instance
 * keeps all of it in global stores {@code reference-<entity>}. An older word never replaces a newer, also not in the topic, whose
 * compaction keeps what was written last.
 */
@NullMarked
package io.crossdock.reference;

import org.jspecify.annotations.NullMarked;
