package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.prove.tables.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Orders in the CRM's own tables, and the calls that were made about them, since this was opened. */
final class CrmOrders implements AutoCloseable {

    private static final String OURS = "erp:";

    private final Database crm;
    private final long lastCall;
    private final String since;

    /**
     * An order there.
     *
     * @param id 18 characters
     * @param salesOrder whose copy it says it is; empty if it says nothing
     * @param purchaseOrder the customer's number
     * @param accepted whether it shows that the order is accepted
     */
    record Copy(String id, String salesOrder, String purchaseOrder, boolean accepted) {}

    /**
     * A call about an order under our key.
     *
     * @param at when it was answered
     * @param salesOrder which order
     * @param told whether it wrote; false for a look
     */
    record Call(Instant at, String salesOrder, boolean told) {}

    CrmOrders(Secrets secrets) {
        this.crm = new Database(Jdbc.crm(), "crm", secrets.get(Name.CRM_DB));
        this.lastCall = Long.parseLong(crm.text("select coalesce(max(id), 0)::text from access_log"));
        this.since = crm.text("select clock_timestamp()::text");
    }

    /** Every order that was created. */
    List<Copy> copies() {
        return crm.read(
                "select id, coalesce(fields->>'crossdock_key__c', ''), coalesce(fields->>'PoNumber', ''),"
                        + " coalesce(fields->>'crossdock_milestones__c', '') like '%accepted %'"
                        + " from sobject where type = 'Order' and created_at >= '" + since + "'",
                row -> new Copy(
                        row.getString(1), withoutPrefix(row.getString(2)), row.getString(3), row.getBoolean(4)));
    }

    /** Every call about an order under our key that came through, in the order in which they were answered. */
    List<Call> calls() {
        return crm.read(
                "select at, record_key, applied from access_log where id > " + lastCall
                        + " and object = 'Order' and record_key like '" + OURS + "%' order by id",
                CrmOrders::call);
    }

    private static Call call(ResultSet row) throws SQLException {
        return new Call(row.getTimestamp(1).toInstant(), withoutPrefix(row.getString(2)), row.getBoolean(3));
    }

    private static String withoutPrefix(String key) {
        return key.startsWith(OURS) ? key.substring(OURS.length()) : key;
    }

    @Override
    public void close() {
        crm.close();
    }
}
