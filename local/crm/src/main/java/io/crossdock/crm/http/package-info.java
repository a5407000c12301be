/** The server: tokens, quota, faults, one transaction per request, one access-log row per request. */
@NullMarked
package io.crossdock.crm.http;

import org.jspecify.annotations.NullMarked;
