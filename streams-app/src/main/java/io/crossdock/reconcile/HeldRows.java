package io.crossdock.reconcile;

import io.crossdock.contract.ReferenceEntry;
import io.crossdock.contract.ReferenceOp;
import io.crossdock.correlate.HomeRows;
import io.crossdock.heard.UnreadRows;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Row;
import io.crossdock.order.reconcile.Gap;
import io.crossdock.order.reconcile.Held;
import io.crossdock.order.reconcile.SourceRow;
import io.crossdock.reference.LatestStore;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was heard of a row, wherever it is kept, beside what its source has. */
final class HeldRows {

    private final HomeRows rows;
    private final UnreadRows unread;
    private final LatestStore reference;
    private final SourceTables tables;

    HeldRows(HomeRows rows, UnreadRows unread, LatestStore reference, SourceTables tables) {
        this.tables = tables;
        this.reference = reference;
        this.rows = rows;
        this.unread = unread;
    }

    /** How the two do not agree; null if they do. */
    @Nullable
    Gap compare(SourceRow source, Identifier home, FactKey key) {
        if (tables.isReference(key.connection(), key.entity())) {
            // When it was changed is not kept: only whether it is there can be said.
            return Gap.of(new SourceRow(null, source.readAt()), reference(home, key), Duration.ZERO);
        }
        Row row = rows.find(home, key);
        // Nearly every row ends here, with one look into one store.
        Duration exactness = tables.exactness(key.connection());
        return Gap.of(source, Held.of(row, null), exactness) == null
                ? null
                : Gap.of(source, held(row, home, key), exactness);
    }

    /** True if a row stands here that a round has not met, though it was heard before the round began to read its entity. */
    boolean isSurplus(Identifier home, FactKey key, Instant began) {
        Row row = rows.find(home, key);
        return row != null && Gap.isSurplus(Held.of(row, null), began) && !rows.isDeletionHeld(key);
    }

    private Held reference(Identifier home, FactKey key) {
        ReferenceEntry entry = reference.find(home);
        Instant heard = entry == null ? unread.find(key, home.toString()) : entry.getLandedAt();
        return new Held(heard, entry != null && entry.getOp() == ReferenceOp.RETRACT, false);
    }

    private Held held(@Nullable Row row, Identifier home, FactKey key) {
        Held held = Held.of(row, unread.find(key, home.toString()));
        return held.heardAt() == null && rows.isForgotten(home) ? Held.FORGOTTEN : held;
    }
}
