/** Transactions that nobody ends: what waits behind them is found, named, and the way out is told. */
@NullMarked
package io.crossdock.transactions;

import org.jspecify.annotations.NullMarked;
