package io.crossdock.crm.fault;

import org.jspecify.annotations.Nullable;

/**
 * What the faults in force do to one request.
 *
 * @param slowMs milliseconds to wait before anything else
 * @param failure the fault that answers in the service's place; null if the request is only slow
 * @param label what the access log calls it: the labels of all faults that had a part in it, with {@code +} between them
 */
public record Hit(int slowMs, @Nullable Fault failure, String label) {}
