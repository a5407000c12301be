/**
 * Carries what a world wrote to the rules as badly as transport may: in any order, twice, from an earlier point again,
 * with restarts in between. Everything but the transport is real: mapping files, mailboxes, projection.
 */
@NullMarked
package io.crossdock.worlds.delivery;

import org.jspecify.annotations.NullMarked;
