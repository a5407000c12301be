package io.crossdock.crm.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.crm.api.ApiReply;
import io.crossdock.crm.api.ApiRequest;
import io.crossdock.crm.api.Router;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.fault.Fault;
import io.crossdock.crm.fault.Faults;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request below the data API: token, quota, fault, operation, answer; one row in the access log each. */
final class DataApi {
    private static final Logger LOG = LoggerFactory.getLogger(DataApi.class);
    private static final Pattern BATCH = Pattern.compile("batchSize\\s*=\\s*(\\d{1,9})");
    private static final Pattern FROM = Pattern.compile("(?i)\\bFROM\\s+(\\w+)");

    private final Router router;
    private final Transactions transactions;
    private final AccessTokens tokens;
    private final Quota quota;
    private final Faults faults;

    DataApi(Router router, Transactions transactions, AccessTokens tokens, Quota quota, Faults faults) {
        this.router = router;
        this.transactions = transactions;
        this.tokens = tokens;
        this.quota = quota;
        this.faults = faults;
    }

    /** Answers one request. */
    void handle(Context context) throws InterruptedException {
        String key = context.header("Idempotency-Key");
        ApiRequest request = bare(context);
        Fault fault = null;
        try {
            gate(context, request);
            request = parsed(context);
            fault = faults.hit(request.method(), objectOf(request));
            if (fault == null) {
                answer(context, transactions.run(router.route(request), request, key, null));
                return;
            }
            Thread.sleep(fault.slowMs());
            misbehave(context, request, key, fault);
        } catch (ApiException refusal) {
            ApiReply reply = ApiReply.refused(refusal, objectOf(request), null);
            logRefusal(reply, request, key, fault);
            answer(context, reply);
        } catch (SQLException failure) {
            LOG.warn("{} {} failed in the database: {}", request.method(), request.path(), failure.getMessage());
            context.header("Retry-After", "1");
            answer(
                    context,
                    ApiReply.refused(
                            ApiException.of(503, "SERVER_UNAVAILABLE", "The service is temporarily unavailable"),
                            null,
                            null));
        }
    }

    private void gate(Context context, ApiRequest request) {
        if (!tokens.accepts(context.header("Authorization"))) {
            throw ApiException.of(401, "INVALID_SESSION_ID", "Session expired or invalid");
        }
        if (!request.path().endsWith("/limits") && !quota.take()) {
            throw ApiException.of(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        }
    }

    private void misbehave(Context context, ApiRequest request, @Nullable String key, Fault fault)
            throws SQLException, InterruptedException {
        if (fault.dropConnection()) {
            transactions.log(Misbehaviour.nothing(request, 0).logged(request, key, fault.label()));
            Misbehaviour.drop(context);
            return;
        }
        if (fault.errorInside200()) {
            ApiReply reply = Misbehaviour.errorInside200(request);
            transactions.log(reply.logged(request, key, fault.label()));
            answer(context, reply);
            return;
        }
        if (fault.status() != null) {
            if (fault.retryAfter() != null) {
                context.header("Retry-After", Integer.toString(fault.retryAfter()));
            }
            throw Misbehaviour.refusal(fault.status());
        }
        ApiReply reply = transactions.run(router.route(request), request, key, fault.label());
        if (fault.timeoutAfterApply()) {
            Thread.sleep(fault.hold());
            Misbehaviour.drop(context);
            return;
        }
        answer(context, reply);
    }

    private void logRefusal(ApiReply reply, ApiRequest request, @Nullable String key, @Nullable Fault fault) {
        try {
            transactions.log(reply.logged(request, key, fault == null ? null : fault.label()));
        } catch (SQLException failure) {
            LOG.warn("{} {} could not be logged: {}", request.method(), request.path(), failure.getMessage());
        }
    }

    private void answer(Context context, ApiReply reply) {
        context.header("Sforce-Limit-Info", quota.header());
        context.status(reply.status());
        JsonNode body = reply.body();
        if (body != null) {
            context.contentType("application/json;charset=UTF-8").result(body.toString());
        }
    }

    private static ApiRequest parsed(Context context) {
        String query = context.queryString() == null ? "" : "?" + context.queryString();
        Matcher batch = BATCH.matcher(context.headerMap().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Sforce-Query-Options"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(""));
        int size = batch.find() ? Integer.parseInt(batch.group(1)) : ApiRequest.MAX_BATCH;
        return ApiRequest.of(
                method(context),
                context.req().getRequestURI() + query,
                ApiRequest.json(context.body()),
                Math.clamp(size, 1, ApiRequest.MAX_BATCH));
    }

    private static ApiRequest bare(Context context) {
        return new ApiRequest(
                method(context), context.req().getRequestURI(), List.of(), Map.of(), null, ApiRequest.MAX_BATCH);
    }

    private static String method(Context context) {
        return context.req().getMethod().toUpperCase(Locale.ROOT);
    }

    private static @Nullable String objectOf(ApiRequest request) {
        String soql = request.parameters().get("q");
        if (soql != null) {
            Matcher from = FROM.matcher(soql);
            return from.find() ? from.group(1) : null;
        }
        return request.objectInPath();
    }
}
