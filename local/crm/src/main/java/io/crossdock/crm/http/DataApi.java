package io.crossdock.crm.http;

import io.crossdock.crm.api.ApiRequest;
import io.crossdock.crm.api.Router;
import io.crossdock.crm.error.ApiException;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every request below the data API: token, quota, then the call itself. */
final class DataApi {
    private static final Pattern BATCH = Pattern.compile("batchSize\\s*=\\s*(\\d{1,9})");
    private static final Pattern FROM = Pattern.compile("(?i)\\bFROM\\s+(\\w+)");

    private final Router router;
    private final Calls calls;
    private final AccessTokens tokens;
    private final Quota quota;

    DataApi(Router router, Calls calls, AccessTokens tokens, Quota quota) {
        this.router = router;
        this.calls = calls;
        this.tokens = tokens;
        this.quota = quota;
    }

    /** Answers one request. */
    void handle(Context context) throws InterruptedException {
        ApiRequest request = bare(context);
        try {
            gate(context, request);
            request = parsed(context);
        } catch (ApiException refusal) {
            showUsage(context);
            calls.refuse(context, request, objectOf(request), refusal, null);
            return;
        }
        showUsage(context);
        calls.answer(context, request, objectOf(request), router::route);
    }

    private void showUsage(Context context) {
        context.header("Sforce-Limit-Info", quota.header());
    }

    private void gate(Context context, ApiRequest request) {
        if (!tokens.accepts(context.header("Authorization"))) {
            throw ApiException.of(401, "INVALID_SESSION_ID", "Session expired or invalid");
        }
        if (!request.path().endsWith("/limits") && !quota.take()) {
            throw ApiException.of(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
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
