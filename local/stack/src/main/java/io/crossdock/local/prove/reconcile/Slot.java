package io.crossdock.local.prove.reconcile;

import io.crossdock.local.database.Login;
import io.crossdock.local.database.PostgresServer;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Patience;
import java.time.Duration;
import java.util.List;

/** The replication slot of the warehouse of the east, in the hands of somebody who should not touch it. */
final class Slot {

    private static final String NAME = "crossdock_wms_east";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Login admin;

    Slot(Workspace workspace, Secrets secrets) {
        this.admin = new PostgresServer(workspace, "wms-east", Port.WMS_EAST, secrets.get(Secrets.Name.WMS_EAST_ADMIN))
                .admin("wms");
    }

    /** Moves it to the end of the log, once nobody reads it: what was written since it was read is read by nobody. */
    void advance() {
        if (!Patience.until(
                PATIENCE,
                () -> admin.finds("select 1 from pg_replication_slots where slot_name = ? and not active", NAME))) {
            throw new StackFailure("The slot " + NAME + " is still read after " + PATIENCE.toSeconds() + " s.");
        }
        admin.run(List.of("select pg_replication_slot_advance('" + NAME + "', pg_current_wal_lsn())"));
    }
}
