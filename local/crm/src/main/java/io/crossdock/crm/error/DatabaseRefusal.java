package io.crossdock.crm.error;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a refusal by the database, which is the caller's doing, from a failure of the database. */
public final class DatabaseRefusal {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";

    private DatabaseRefusal() {}

    /** The refusal that the caller gets, or null if the database itself failed. */
    public static @Nullable ApiException of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals(UNIQUE_VIOLATION)) {
            return ApiException.of(
                    400, "DUPLICATE_VALUE", "duplicate value found: another record has the same external id");
        }
        if (state.equals(DEADLOCK)) {
            return ApiException.of(
                    400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record: try again");
        }
        return state.startsWith("22")
                ? ApiException.of(400, "MALFORMED_QUERY", "a value cannot be compared with this field")
                : null;
    }
}
