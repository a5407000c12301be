package io.crossdock.crm.api;

import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.error.DatabaseRefusal;
import io.crossdock.crm.store.RecordStore;
import java.sql.SQLException;
import java.sql.Savepoint;

/** Runs one part of a composite call, so that its failure leaves the others as they are. */
final class Attempt {
    private Attempt() {}

    /** The part's answer; a refusal has undone everything the part did. */
    static ApiReply run(Router router, ApiRequest part, RecordStore records) throws SQLException {
        Savepoint before = records.connection().setSavepoint();
        try {
            ApiReply reply = router.route(part).perform(part, records);
            records.connection().releaseSavepoint(before);
            return reply;
        } catch (ApiException refusal) {
            records.connection().rollback(before);
            return ApiReply.refused(refusal, part.objectInPath(), null);
        } catch (SQLException failure) {
            ApiException refusal = DatabaseRefusal.of(failure);
            if (refusal == null) {
                throw failure;
            }
            records.connection().rollback(before);
            return ApiReply.refused(refusal, part.objectInPath(), null);
        }
    }
}
