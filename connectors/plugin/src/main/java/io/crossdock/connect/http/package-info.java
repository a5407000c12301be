/**
 * How source and sink talk to a REST target: one client with a cached OAuth token, and answers that carry the target's
 * own time and what went wrong even inside a friendly one. Decides nothing about records; keeps the token in memory only; fails with {@link java.io.IOException}, whose text
 * never holds a secret.
 */
@NullMarked
package io.crossdock.connect.http;

import org.jspecify.annotations.NullMarked;
