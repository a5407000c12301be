/**
 * Polls a REST API for changed records. Reads rows in the order of (timestamp, id), writes one raw record per row to
 * {@code raw.<connection>.<entity>}, keeps its cursor in Connect's offsets, and fails by waiting and trying again: what was not
 * read yet is read later, nothing is skipped.
 */
@NullMarked
package io.crossdock.connect.source;

import org.jspecify.annotations.NullMarked;
