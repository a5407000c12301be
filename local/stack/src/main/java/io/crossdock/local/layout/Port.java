package io.crossdock.local.layout;

import io.crossdock.local.process.StackFailure;
import java.util.Map;

/** The ports of the stack, all on loopback, each with the variable that moves it. */
public enum Port {
    APP(8080, "the application"),
    MANAGEMENT(8081, "health and metrics of the application"),
    APP_2(8090, "the application's second instance"),
    MANAGEMENT_2(8091, "health and metrics of the application's second instance"),
    CONNECT(8083, "the Connect worker"),
    CONNECT_2(8084, "the second Connect worker"),
    REGISTRY(8085, "the schema registry"),
    REGISTRY_2(8087, "the second schema registry"),
    CRM(8086, "the CRM"),
    BROKER(9092, "the broker"),
    CONTROLLER(9093, "the broker's controller"),
    BROKER_2(9094, "the second broker"),
    CONTROLLER_2(9095, "the second broker's controller"),
    BROKER_3(9096, "the third broker"),
    CONTROLLER_3(9097, "the third broker's controller"),
    WMS_EAST(5433, "the WMS's PostgreSQL"),
    WMS_WEST(5434, "the second WMS's PostgreSQL"),
    CRM_DB(5435, "the CRM's PostgreSQL"),
    ERP(3307, "the ERP's MariaDB");

    private static final int HIGHEST = 65_535;

    private final int usual;
    private final String owner;

    Port(int usual, String owner) {
        this.usual = usual;
        this.owner = owner;
    }

    /** The environment variable that moves it. */
    public String variable() {
        return "CROSSDOCK_PORT_" + name();
    }

    /** Who listens there, as part of a sentence. */
    public String owner() {
        return owner;
    }

    /** The port as this process's environment says. */
    public int number() {
        return number(System.getenv());
    }

    /**
     * The port as an environment says.
     *
     * @throws StackFailure if the variable holds no port
     */
    public int number(Map<String, String> environment) {
        String value = environment.getOrDefault(variable(), String.valueOf(usual));
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of range
        }
        throw new StackFailure(
                variable() + " is '" + value + "', but must be a port from 1 to " + HIGHEST + " for " + owner + ".");
    }

    /** {@code http://127.0.0.1:<port>}. */
    public String url() {
        return "http://" + address();
    }

    /** {@code 127.0.0.1:<port>}. */
    public String address() {
        return "127.0.0.1:" + number();
    }
}
