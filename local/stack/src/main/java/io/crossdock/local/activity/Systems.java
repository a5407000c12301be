package io.crossdock.local.activity;

import io.crossdock.local.database.Login;
import io.crossdock.local.layout.EnvironmentLines;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the systems are and who may use them as a person.
 *
 * @param east PostgreSQL of the warehouse in the east
 * @param west PostgreSQL of the warehouse in the west
 * @param erp the ERP's MariaDB
 * @param crm address of the CRM
 * @param clientId OAuth client at the CRM
 * @param clientSecret its secret
 */
public record Systems(Login east, Login west, Login erp, String crm, String clientId, String clientSecret) {

    /** The systems of the stack in this checkout; variables of the environment with the names of {@code env} win. */
    public static Systems of(Workspace workspace) {
        Map<String, String> stack = EnvironmentLines.of(Secrets.read(workspace));
        Map<String, String> merged = new HashMap<>(stack);
        stack.keySet().forEach(name -> {
            String value = System.getenv(name);
            if (value != null) {
                merged.put(name, value);
            }
        });
        return from(merged);
    }

    /**
     * The systems that the lines of {@code ./crossdock env} describe.
     *
     * @throws StackFailure if a line is missing
     */
    public static Systems from(Map<String, String> env) {
        return new Systems(
                new Login(get(env, "WMS_EAST_JDBC"), get(env, "WMS_EAST_USER"), get(env, "WMS_EAST_PASSWORD")),
                new Login(get(env, "WMS_WEST_JDBC"), get(env, "WMS_WEST_USER"), get(env, "WMS_WEST_PASSWORD")),
                new Login(get(env, "ERP_JDBC"), get(env, "ERP_USER"), get(env, "ERP_PASSWORD")),
                get(env, "CRM_URL"),
                get(env, "CRM_CLIENT_ID"),
                get(env, "CRM_CLIENT_SECRET"));
    }

    private static String get(Map<String, String> env, String name) {
        String value = env.get(name);
        if (value == null || value.isEmpty()) {
            throw new StackFailure(name + " is not known: run `./crossdock up` first.");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Systems[" + east + ", " + west + ", " + erp + ", " + clientId + "@" + crm + "]";
    }
}
