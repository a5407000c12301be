package io.crossdock.connect;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connectors that have failed for good, as last seen: one sentence by name. Written by the watch, read by the one task that tells of
 * them; whoever has that task looks after the connectors.
 */
public final class Troubles {

    private final Set<String> connectors;
    private final AtomicInteger claims = new AtomicInteger();
    private volatile Map<String, String> byConnector = Map.of();

    /** Of our connectors, by name. */
    public Troubles(Set<String> connectors) {
        this.connectors = Set.copyOf(connectors);
    }

    /** The connectors that are looked after. */
    public Set<String> connectors() {
        return connectors;
    }

    /** What is so now. */
    public Map<String, String> now() {
        return byConnector;
    }

    /** The task that tells of them has come to this instance. */
    public void claim() {
        claims.incrementAndGet();
    }

    /** It has gone from this instance. */
    public void release() {
        claims.decrementAndGet();
    }

    boolean areOurs() {
        return claims.get() > 0;
    }

    /** What is so from now on: one sentence by name. */
    public void set(Map<String, String> found) {
        byConnector = Map.copyOf(found);
    }
}
