package io.crossdock.local.start;

import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.util.Map;

/** Tells the registry to refuse a schema that a reader of today could not read; left alone it accepts everything. */
final class CompatibilityRule {

    private static final String RULES = "/apis/registry/v3/admin/rules";
    private static final String RULE = "{\"ruleType\":\"COMPATIBILITY\",\"config\":\"FULL_TRANSITIVE\"}";
    private static final int KNOWN = 409;

    private CompatibilityRule() {}

    /** Sets the rule for all schemas unless it is set. */
    static void set() {
        Answer answer =
                Http.send("POST", Port.REGISTRY.url() + RULES, RULE, Map.of("Content-Type", "application/json"));
        if (!answer.isOk() && answer.status() != KNOWN) {
            throw new StackFailure(
                    "The registry did not take the compatibility rule: " + answer.status() + " " + answer.body() + ".");
        }
    }
}
