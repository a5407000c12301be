package io.crossdock.crm;

import io.crossdock.crm.http.CrmServer;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the CRM and stops it on a signal. */
public final class Crm {
    private static final Logger LOG = LoggerFactory.getLogger(Crm.class);

    private Crm() {}

    /** Runs until the process is told to end; exit code 1 and one sentence if it cannot start. */
    public static void main(String[] arguments) {
        try {
            CrmServer server = CrmServer.start(CrmConfig.from(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            LOG.info("the CRM listens on http://127.0.0.1:{}", server.port());
        } catch (SQLException e) {
            fail("its database (CRM_JDBC) refused or did not answer: " + e.getMessage());
        } catch (RuntimeException e) {
            fail(e.getMessage());
        }
    }

    private static void fail(@Nullable String why) {
        LOG.error("the CRM cannot start: {}", why);
        System.exit(1);
    }
}
