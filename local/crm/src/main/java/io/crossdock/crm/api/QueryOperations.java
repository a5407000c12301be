package io.crossdock.crm.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.model.ObjectCatalog;
import io.crossdock.crm.soql.Query;
import io.crossdock.crm.soql.SoqlParser;
import io.crossdock.crm.soql.SqlQuery;
import io.crossdock.crm.soql.SqlTranslator;
import io.crossdock.crm.store.RecordStore;
import io.crossdock.crm.store.StoredRecord;
import java.sql.SQLException;

/** SOQL queries and their further pages. */
public final class QueryOperations {
    private final ObjectCatalog catalog;
    private final Cursors cursors = new Cursors();

    /** Queries over the given objects. */
    public QueryOperations(ObjectCatalog catalog) {
        this.catalog = catalog;
    }

    /** GET /query?q=…. */
    ApiReply query(ApiRequest request, RecordStore records) throws SQLException {
        String soql = request.parameters().get("q");
        if (soql == null) {
            throw ApiException.of(400, "MALFORMED_QUERY", "the parameter q is missing");
        }
        Query query = SoqlParser.parse(soql);
        SqlQuery sql = SqlTranslator.translate(query, catalog);
        if (query.isCount()) {
            ObjectNode body = Json.MAPPER
                    .createObjectNode()
                    .put("totalSize", records.count(sql))
                    .put("done", true);
            body.putArray("records");
            return ApiReply.read(body, sql.type().name(), null, null);
        }
        HeldResult result = new HeldResult(request.batchSize());
        records.query(sql, found -> result.add(found.show(sql.fields()).toString()));
        return ApiReply.read(body(cursors.first(result)), sql.type().name(), null, null);
    }

    /** GET /query/&lt;locator&gt;. */
    ApiReply more(ApiRequest request, RecordStore records) {
        String locator = request.segments().get(1);
        return ApiReply.read(body(cursors.at(locator)), null, locator, null);
    }

    private static ObjectNode body(Cursors.Page page) {
        ObjectNode body =
                Json.MAPPER.createObjectNode().put("totalSize", page.total()).put("done", page.next() == null);
        if (page.next() != null) {
            body.put("nextRecordsUrl", StoredRecord.BASE + "/query/" + page.next());
        }
        ArrayNode rows = body.putArray("records");
        page.rows().forEach(row -> rows.addRawValue(new RawValue(row)));
        return body;
    }
}
