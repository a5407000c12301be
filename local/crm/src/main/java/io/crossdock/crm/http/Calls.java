package io.crossdock.crm.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.crm.api.ApiReply;
import io.crossdock.crm.api.ApiRequest;
import io.crossdock.crm.api.Operation;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.fault.Fault;
import io.crossdock.crm.fault.Faults;
import io.crossdock.crm.fault.Hit;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out calls: as they ask, or as the faults in force want it. Every call is one row of the access log. */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Transactions transactions;
    private final Faults faults;
    private final AccessTokens tokens;

    Calls(Transactions transactions, Faults faults, AccessTokens tokens) {
        this.transactions = transactions;
        this.faults = faults;
        this.tokens = tokens;
    }

    /**
     * Answers one call.
     *
     * @param object what the call is about, for faults and log; null for nothing
     * @param operations finds what is asked for; may refuse
     */
    void answer(
            Context context, ApiRequest request, @Nullable String object, Function<ApiRequest, Operation> operations)
            throws InterruptedException {
        Hit hit = faults.hit(request.method(), object);
        try {
            if (hit != null) {
                Thread.sleep(hit.slowMs());
            }
            Fault failure = hit == null ? null : hit.failure();
            if (failure == null || failure.timeoutAfterApply()) {
                ApiReply reply = transactions.run(
                        operations.apply(request), request, key(context), hit == null ? null : hit.label());
                if (failure == null) {
                    reply(context, reply);
                } else {
                    Thread.sleep(failure.hold());
                    Misbehaviour.drop(context);
                }
            } else if (hit != null) {
                doNothing(context, request, failure, hit.label());
            }
        } catch (ApiException refusal) {
            refuse(context, request, object, refusal, hit == null ? null : hit.label());
        } catch (SQLException failure) {
            LOG.warn("{} {} failed in the database: {}", request.method(), request.path(), failure.getMessage());
            context.header("Retry-After", "1");
            reply(context, ApiReply.refused(Misbehaviour.refusal(503), null, null));
        }
    }

    /** Refuses a call, and logs it. */
    void refuse(
            Context context,
            ApiRequest request,
            @Nullable String object,
            ApiException refusal,
            @Nullable String fault) {
        ApiReply reply = ApiReply.refused(refusal, object, null);
        try {
            transactions.log(reply.logged(request, key(context), fault));
        } catch (SQLException failure) {
            LOG.warn("{} {} could not be logged: {}", request.method(), request.path(), failure.getMessage());
        }
        reply(context, reply);
    }

    /** The faults after which nothing was done. */
    private void doNothing(Context context, ApiRequest request, Fault fault, String label) throws SQLException {
        if (fault.dropConnection()) {
            transactions.log(Misbehaviour.nothing(request, 0).logged(request, key(context), label));
            Misbehaviour.drop(context);
            return;
        }
        if (fault.errorInside200()) {
            ApiReply reply = Misbehaviour.errorInside200(request);
            transactions.log(reply.logged(request, key(context), label));
            reply(context, reply);
            return;
        }
        if (fault.retryAfter() != null) {
            context.header("Retry-After", Integer.toString(fault.retryAfter()));
        }
        if (fault.expireTokens()) {
            tokens.expireAll();
        }
        throw Misbehaviour.refusal(fault.status() == null ? 401 : fault.status());
    }

    private static void reply(Context context, ApiReply reply) {
        context.status(reply.status());
        JsonNode body = reply.body();
        if (body != null) {
            context.contentType("application/json;charset=UTF-8").result(body.toString());
        }
    }

    private static @Nullable String key(Context context) {
        return context.header("Idempotency-Key");
    }
}
