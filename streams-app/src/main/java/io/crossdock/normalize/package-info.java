/**
 * Turns one raw record into facts, an entry of reference data, or a rejection. Reads {@code raw.*}; decides nothing about orders, only
 * what a row says; writes {@code facts}, {@code reference.*} and {@code orders.dead-letters}; keeps counts, and the newest word about
 * each row of reference data. The mapping is data: one JSLT
 * file per entity. A record that cannot be mapped is rejected with a reason, and the stream goes on.
 */
@NullMarked
package io.crossdock.normalize;

import org.jspecify.annotations.NullMarked;
