/**
 * Turns one raw record into facts or a rejection. Reads {@code raw.*}; decides nothing about orders, only what a row
 * says; writes {@code facts} and {@code orders.dead-letters}; keeps nothing but counts. The mapping is data: one JSLT
 * file per entity. A record that cannot be mapped is rejected with a reason, and the stream goes on.
 */
@NullMarked
package io.crossdock.normalize;

import org.jspecify.annotations.NullMarked;
