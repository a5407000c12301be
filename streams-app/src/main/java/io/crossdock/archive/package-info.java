/**
 * Where orders go that are done and quiet: one store, in which each stage keeps its part of an archived mailbox whole, byte for byte.
 * Nothing is decided here, and nothing is lost: a mailbox that is told something new takes its state back and goes on.
 */
@NullMarked
package io.crossdock.archive;

import org.jspecify.annotations.NullMarked;
