package io.crossdock.order.fact;

/** How a fact came to us. Only {@link #LIVE} facts feed lag, notifications and age alarms. */
public enum Origin {
    LIVE,
    SNAPSHOT,
    REPLAY
}
