package io.crossdock.crm.api;

import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.ObjectCatalog;
import java.util.List;

/** Which operation a path and method mean: the table of contents of the API. */
public final class Router {
    private final RecordOperations records;
    private final QueryOperations queries;
    private final CompositeOperation composite = new CompositeOperation(this);
    private final CollectionOperations collections = new CollectionOperations(this);
    private final Operation limits;

    /**
     * Routes over the given objects.
     *
     * @param limits answers GET /limits
     */
    public Router(ObjectCatalog catalog, Operation limits) {
        this.records = new RecordOperations(catalog);
        this.queries = new QueryOperations(catalog);
        this.limits = limits;
    }

    /**
     * The operation behind a call.
     *
     * @throws ApiException 404 for an unknown path, 405 for a method it does not take
     */
    public Operation route(ApiRequest request) {
        List<String> path = request.segments();
        String shape = path.isEmpty() ? "" : path.get(0) + "/" + (path.size() - 1);
        return switch (shape) {
            case "limits/0" -> only("GET", request, limits);
            case "query/0" -> only("GET", request, queries::query);
            case "query/1" -> only("GET", request, queries::more);
            case "sobjects/1" -> only("POST", request, records::create);
            case "sobjects/2" -> byId(request);
            case "sobjects/3" -> byExternalId(request);
            case "composite/0" -> only("POST", request, composite);
            case "composite/1", "composite/3" -> collection(request);
            default -> throw ApiException.notFound();
        };
    }

    private Operation byId(ApiRequest request) {
        return switch (request.method()) {
            case "GET" -> records::read;
            case "PATCH" -> records::update;
            case "DELETE" -> records::delete;
            default -> throw notAllowed(request);
        };
    }

    private Operation byExternalId(ApiRequest request) {
        return switch (request.method()) {
            case "GET" -> records::read;
            case "PATCH" -> "Id".equalsIgnoreCase(request.segments().get(2)) ? records::update : records::upsert;
            case "DELETE" -> records::delete;
            default -> throw notAllowed(request);
        };
    }

    private Operation collection(ApiRequest request) {
        if (!request.segments().get(1).equals("sobjects")) {
            throw ApiException.notFound();
        }
        boolean keyed = request.segments().size() == 4;
        return switch (request.method() + (keyed ? " keyed" : "")) {
            case "POST" -> collections::create;
            case "PATCH" -> collections::update;
            case "PATCH keyed" -> collections::upsert;
            default -> throw notAllowed(request);
        };
    }

    private static Operation only(String method, ApiRequest request, Operation operation) {
        if (!request.method().equals(method)) {
            throw notAllowed(request);
        }
        return operation;
    }

    private static ApiException notAllowed(ApiRequest request) {
        return ApiException.of(
                405, "METHOD_NOT_ALLOWED", "HTTP Method '" + request.method() + "' not allowed on " + request.path());
    }
}
