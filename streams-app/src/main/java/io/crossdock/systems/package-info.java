/**
 * Reads what a distributor's systems look like and how each installation of them is connected, from the folder
 * {@code connectors}, and expands it to Connect configurations. All problems of all files are reported at once, before
 * anything starts.
 */
@NullMarked
package io.crossdock.systems;

import org.jspecify.annotations.NullMarked;
