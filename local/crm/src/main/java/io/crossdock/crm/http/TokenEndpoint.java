package io.crossdock.crm.http;

import io.crossdock.crm.CrmConfig;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.store.AccessLog;
import io.javalin.http.Context;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** POST /services/oauth2/token: the client-credentials flow; what was sent is never logged. */
final class TokenEndpoint {
    private final CrmConfig config;
    private final AccessTokens tokens;
    private final Transactions transactions;

    TokenEndpoint(CrmConfig config, AccessTokens tokens, Transactions transactions) {
        this.config = config;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    void handle(Context context) throws SQLException {
        String refusal = refusal(context);
        int status = refusal == null ? 200 : 400;
        transactions.log(new AccessLog.Entry(
                "POST", context.path(), null, null, null, status, refusal, null, null, false, null));
        context.status(status).contentType("application/json;charset=UTF-8");
        if (refusal != null) {
            context.result(Json.MAPPER
                    .createObjectNode()
                    .put("error", refusal)
                    .put(
                            "error_description",
                            refusal.equals("invalid_client")
                                    ? "invalid client credentials"
                                    : "grant type not supported")
                    .toString());
            return;
        }
        context.header("Cache-Control", "no-store");
        context.result(Json.MAPPER
                .createObjectNode()
                .put("access_token", tokens.issue())
                .put("instance_url", context.scheme() + "://" + context.host())
                .put("token_type", "Bearer")
                .put("issued_at", Long.toString(System.currentTimeMillis()))
                .toString());
    }

    private @Nullable String refusal(Context context) {
        if (!"client_credentials".equals(context.formParam("grant_type"))) {
            return "unsupported_grant_type";
        }
        String id = context.formParam("client_id");
        String secret = context.formParam("client_secret");
        boolean known = config.clientId().equals(id)
                && secret != null
                && config.clientSecret().matches(secret);
        return known ? null : "invalid_client";
    }
}
