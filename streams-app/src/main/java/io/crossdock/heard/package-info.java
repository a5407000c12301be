/**
 * What was heard of rows without becoming a fact: written by {@code normalize}, read by whoever must tell a row that says nothing from
 * one that was never heard. Nothing is decided here.
 */
@NullMarked
package io.crossdock.heard;

import org.jspecify.annotations.NullMarked;
