package io.crossdock.crm.fault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order to misbehave, as {@code POST /control/faults} takes it. It hits matching requests until it is used up or taken away.
 *
 * @param name what it is called among the faults in force; null is {@value #UNNAMED}
 * @param slowMs milliseconds to wait before anything else; 0 none
 * @param rate share of the matching requests that are hit, 0 to 1; null is 1
 * @param status HTTP status to answer instead of doing anything; null if none
 * @param retryAfter seconds of the Retry-After header of that answer; null if none
 * @param timeoutAfterApply true: do it and commit, then say nothing for 30 seconds and drop the connection
 * @param holdMs milliseconds to say nothing instead of the 30 seconds; null is 30000
 * @param dropConnection true: drop the connection without doing anything
 * @param errorInside200 true: do nothing, and answer 200 with an error in the body
 * @param expireTokens true: do nothing, end every access token now, and answer 401
 * @param objectFilter only requests about this object; null is all
 * @param methods only requests with one of these methods; empty or null is all
 * @param count how many requests are hit before the fault ends; null is no end
 * @param seed seed of the dice that apply the rate; null is 1
 */
@JsonIgnoreProperties({"hits", "inForce"})
public record Fault(
        @Nullable String name,
        int slowMs,
        @Nullable Double rate,
        @Nullable Integer status,
        @Nullable Integer retryAfter,
        boolean timeoutAfterApply,
        @Nullable Integer holdMs,
        boolean dropConnection,
        boolean errorInside200,
        boolean expireTokens,
        @Nullable String objectFilter,
        @Nullable List<String> methods,
        @Nullable Integer count,
        @Nullable Long seed) {
    /** The name of a fault that has none. */
    public static final String UNNAMED = "fault";

    private static final int PATIENCE_OF_CLIENTS_MS = 30_000;

    /** Milliseconds to say nothing after the change was committed. */
    public int hold() {
        return holdMs == null ? PATIENCE_OF_CLIENTS_MS : holdMs;
    }

    /** The name it goes by. */
    public String nameOrUnnamed() {
        return name == null || name.isBlank() ? UNNAMED : name;
    }

    /** True if it does nothing but make a request wait. */
    public boolean isOnlySlow() {
        return !timeoutAfterApply && !dropConnection && !errorInside200 && !expireTokens && status == null;
    }

    boolean matches(String method, @Nullable String object) {
        boolean methodMatches = methods == null || methods.isEmpty() || methods.contains(method);
        return methodMatches && (objectFilter == null || objectFilter.equalsIgnoreCase(object));
    }

    /** What the access log calls it. */
    public String label() {
        if (timeoutAfterApply) {
            return "timeout-after-apply";
        }
        if (dropConnection) {
            return "drop-connection";
        }
        if (errorInside200) {
            return "error-inside-200";
        }
        if (expireTokens) {
            return "expire-tokens";
        }
        return status != null ? "status-" + status : "slow";
    }
}
