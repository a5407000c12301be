package io.crossdock.worlds.world;

import org.jspecify.annotations.Nullable;

/** A customer's wish to cancel, kept as a case of its own. */
final class CancelRequest {

    final String id;
    /** The line it is about; null if it is about the whole order. */
    final @Nullable SaleLine line;

    final int units;
    boolean withdrawn;

    CancelRequest(String id, @Nullable SaleLine line, int units) {
        this.id = id;
        this.line = line;
        this.units = units;
    }

    String name() {
        return "crm:cancel-request:" + id;
    }
}
