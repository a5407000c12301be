/**
 * The command line of those who ask: {@code order}, {@code exceptions}, {@code lag}, {@code targets}, {@code replay}, {@code dead-letters} and
 * {@code connectors} are clients of a server's HTTP API, on this machine or any other. A command asks ({@link io.crossdock.local.client.Api}), draws what it heard
 * ({@link io.crossdock.local.client.Screen}) and says with its exit code ({@link io.crossdock.local.client.ExitCode}) how it went.
 */
@NullMarked
package io.crossdock.local.client;

import org.jspecify.annotations.NullMarked;
