package io.crossdock.bench;

import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.trial.TrialOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When the WMS committed each shipment, and when the CRM committed the row that shows it; each by its own database's clock. */
final class DatabaseClocks {

    private static final String SHIPPED =
            "select id, pg_xact_commit_timestamp(xmin) from shipments where status = 'SHIPPED' and id = any(?)";
    /** The first change that showed it; what was applied stands in the service's own log, committed with the change. */
    private static final String SHOWN = "select record_id, min(pg_xact_commit_timestamp(xmin)) from access_log"
            + " where applied and at >= ? and request ->> 'crossdock_status__c' = 'SHIPPED' and record_id = any(?)"
            + " group by record_id";

    private final Map<String, Instant> shipped = new HashMap<>();
    private final Map<String, Instant> shown = new HashMap<>();

    private DatabaseClocks() {}

    static DatabaseClocks read(Secrets secrets, List<TrialOrder> orders, Instant since) {
        DatabaseClocks clocks = new DatabaseClocks();
        try (Connection wms =
                        DriverManager.getConnection(Jdbc.wmsEast(), "wms_app", secrets.get(Name.WMS_EAST_PEOPLE));
                PreparedStatement statement = wms.prepareStatement(SHIPPED)) {
            statement.setArray(
                    1,
                    wms.createArrayOf(
                            "text", orders.stream().map(TrialOrder::shipment).toArray()));
            fill(clocks.shipped, statement);
        } catch (SQLException e) {
            throw failed("WMS", e);
        }
        try (Connection crm = DriverManager.getConnection(Jdbc.crm(), "crm", secrets.get(Name.CRM_DB));
                PreparedStatement statement = crm.prepareStatement(SHOWN)) {
            statement.setObject(1, since.atOffset(java.time.ZoneOffset.UTC));
            statement.setArray(
                    2,
                    crm.createArrayOf(
                            "text", orders.stream().map(TrialOrder::crmId).toArray()));
            fill(clocks.shown, statement);
        } catch (SQLException e) {
            throw failed("CRM", e);
        }
        return clocks;
    }

    /** Commit of the shipment in the WMS; null if it is not there. */
    @Nullable
    Instant shipped(TrialOrder order) {
        return shipped.get(order.shipment());
    }

    /** Commit of the row in the CRM; null if it was never shown. */
    @Nullable
    Instant shown(TrialOrder order) {
        return shown.get(order.crmId());
    }

    private static void fill(Map<String, Instant> times, PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                times.put(
                        rows.getString(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
    }

    private static StackFailure failed(String where, SQLException cause) {
        return new StackFailure(
                "The commit times of the " + where + " cannot be read: " + cause.getMessage()
                        + ". A stack that was started before track_commit_timestamp was on must be restarted.",
                cause);
    }
}
