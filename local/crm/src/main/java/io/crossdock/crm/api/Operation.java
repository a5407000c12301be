package io.crossdock.crm.api;

import io.crossdock.crm.store.RecordStore;
import java.sql.SQLException;

/** One thing that can be asked of the API, within the caller's transaction. */
@FunctionalInterface
public interface Operation {
    /**
     * Does it.
     *
     * @throws SQLException if the database fails
     * @throws io.crossdock.crm.error.ApiException if the request is refused; the caller rolls back
     */
    ApiReply perform(ApiRequest request, RecordStore records) throws SQLException;
}
