package io.crossdock.local.prove.loop;

import io.crossdock.local.activity.Version;
import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.prove.loop.NeverOlder.Write;
import io.crossdock.local.prove.tables.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The CRM's own tables: what it was told, and its log of every call, from when this was opened. */
public final class CrmRecords implements AutoCloseable {

    /** {@code Line 2 of <order>, purchase order PO-1: 3 of 5 EA}. */
    private static final Pattern CASE = Pattern.compile("Line (\\S+) of .*, purchase order (\\S+): .*");

    private final Database crm;
    private final long lastCall;
    private final String since;

    /** Opens the CRM's database. */
    public CrmRecords(Secrets secrets) {
        this.crm = new Database(Jdbc.crm(), "crm", secrets.get(Name.CRM_DB));
        this.lastCall = Long.parseLong(crm.text("select coalesce(max(id), 0)::text from access_log"));
        this.since = crm.text("select clock_timestamp()::text");
    }

    /** Every version that was written into an order, in the order in which it was. */
    List<Write> writes() {
        return crm.read(
                "select record_id, request->>'crossdock_version__c' from access_log where id > " + lastCall
                        + " and applied and object = 'Order' and request->>'crossdock_version__c' is not null order by id",
                row -> new Write(row.getString(1), Version.parse(row.getString(2))));
    }

    /**
     * When the sink's calls were made, those that were refused or never answered too. It alone writes with a key and reads single
     * records; a slow answer was asked for so much earlier than it was logged. Token requests cannot be told from other people's.
     */
    public List<Instant> calls() {
        return crm.read(
                "select at - case when fault like '%slow%' then interval '" + Schedule.SLOW_MS
                        + " milliseconds' else interval '0' end from access_log where id > " + lastCall
                        + " and parent is null and object in ('Order', 'Case') and (idempotency_key is not null"
                        + " or (method = 'GET' and path like '%/sobjects/%'))",
                row -> row.getTimestamp(1).toInstant());
    }

    /** What each case that was opened is about: what happened to which line of which purchase order. */
    List<String> cases() {
        return crm.read(
                "select fields->>'Subject', fields->>'Description' from sobject where type = 'Case' and created_at >= '"
                        + since + "'",
                CrmRecords::aboutCase);
    }

    /** What each letter to a customer is about: the event, the purchase order, and the shipment if it is about one. */
    public List<String> letters() {
        return crm.read(
                "select body->>'event', key, body->>'purchaseOrder' from notification where first_put_at >= '" + since
                        + "'",
                CrmRecords::aboutLetter);
    }

    /** How a case is named here: {@code Closed short PO-1 line 2}. */
    static String aboutCase(String what, String purchaseOrder, String line) {
        return what + " " + purchaseOrder + " line " + line;
    }

    private static String aboutCase(ResultSet row) throws SQLException {
        String what = row.getString(1).replaceFirst(":.*", "");
        Matcher description = CASE.matcher(row.getString(2));
        return description.matches()
                ? aboutCase(what, description.group(2), description.group(1))
                : what + " " + row.getString(2);
    }

    private static String aboutLetter(ResultSet row) throws SQLException {
        String event = row.getString(1);
        String subject = row.getString(2).split("\\|", -1)[2];
        return event + " " + row.getString(3) + (event.equals("shipped") ? " " + subject : "");
    }

    @Override
    public void close() {
        crm.close();
    }
}
