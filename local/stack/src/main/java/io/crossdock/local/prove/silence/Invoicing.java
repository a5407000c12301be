package io.crossdock.local.prove.silence;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Address;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Reply;
import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.trial.TrialOrder;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The ERP's bookkeeping: invoices trial orders, by plain SQL as its own programs would, and asks what became of it. */
final class Invoicing implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private final Connection erp;
    private final Api api =
            new Api(Address.of(Port.APP.url(), "start the stack with `./crossdock up`"), Duration.ofSeconds(10));

    Invoicing(Secrets secrets) {
        try {
            erp = DriverManager.getConnection(Jdbc.erp(), "erp_app", secrets.get(Name.ERP_PEOPLE));
        } catch (SQLException e) {
            throw new StackFailure("The ERP cannot be opened: " + e.getMessage() + ".", e);
        }
    }

    /** Invoices all units of an order. */
    void post(TrialOrder order) {
        LocalDateTime now = LocalDateTime.now(ZONE);
        String invoice = "I-" + order.salesOrder();
        try {
            update(
                    "insert into invoices (invoice_no, order_no, status, invoice_date, posted_at, currency, total)"
                            + " values (?, ?, 'POSTED', ?, ?, 'USD', ?)",
                    invoice,
                    order.salesOrder(),
                    now.toLocalDate(),
                    now,
                    BigDecimal.TEN);
            update(
                    "insert into invoice_lines (invoice_no, line_no, order_line_no, quantity, amount)"
                            + " values (?, 1, 10, ?, ?)",
                    invoice,
                    BigDecimal.TEN,
                    BigDecimal.TEN);
        } catch (SQLException e) {
            throw new StackFailure("The invoice " + invoice + " cannot be posted: " + e.getMessage() + ".", e);
        }
    }

    /** True once the application says so. */
    boolean isInvoiced(TrialOrder order) {
        Reply reply = api.get(Query.of("/api/v1/orders/" + Query.segment(order.crmHome())));
        JsonNode billing = reply.isOk() ? reply.body().at("/axes/billing") : null;
        return billing != null && billing.asText().equals("INVOICED");
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = erp.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        try {
            erp.close();
        } catch (SQLException e) {
            throw new StackFailure("The ERP cannot be closed: " + e.getMessage() + ".", e);
        }
    }
}
