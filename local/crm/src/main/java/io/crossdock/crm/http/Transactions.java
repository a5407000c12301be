package io.crossdock.crm.http;

import io.crossdock.crm.api.ApiReply;
import io.crossdock.crm.api.ApiRequest;
import io.crossdock.crm.api.Operation;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.error.DatabaseRefusal;
import io.crossdock.crm.model.ObjectCatalog;
import io.crossdock.crm.store.AccessLog;
import io.crossdock.crm.store.Database;
import io.crossdock.crm.store.RecordStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one call in one transaction: what it changes and its row in the access log commit together, or neither does. */
final class Transactions {
    private final Database database;
    private final ObjectCatalog catalog;

    Transactions(Database database, ObjectCatalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    /** The call's answer, committed; a refusal is an answer too, with a row of its own. */
    ApiReply run(Operation operation, ApiRequest request, @Nullable String idempotencyKey, @Nullable String fault)
            throws SQLException {
        try (Connection connection = database.connection()) {
            ApiReply reply = attempt(operation, request, connection);
            AccessLog.write(connection, reply.logged(request, idempotencyKey, fault), reply.parts());
            connection.commit();
            return reply;
        }
    }

    /** Writes a row about a call that did nothing. */
    void log(AccessLog.Entry entry) throws SQLException {
        try (Connection connection = database.connection()) {
            AccessLog.write(connection, entry, List.of());
            connection.commit();
        }
    }

    private ApiReply attempt(Operation operation, ApiRequest request, Connection connection) throws SQLException {
        try {
            return operation.perform(request, new RecordStore(catalog, connection));
        } catch (ApiException refusal) {
            connection.rollback();
            return ApiReply.refused(refusal, request.objectInPath(), null);
        } catch (SQLException failure) {
            ApiException refusal = DatabaseRefusal.of(failure);
            if (refusal == null) {
                throw failure;
            }
            connection.rollback();
            return ApiReply.refused(refusal, request.objectInPath(), null);
        }
    }
}
