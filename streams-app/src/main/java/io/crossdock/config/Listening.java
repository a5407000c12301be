package io.crossdock.config;

/**
 * Where an instance answers.
 *
 * @param bind the address of its own machine that it listens at
 * @param advertised host by which other instances find it
 * @param port of queries
 * @param managementPort of health and metrics
 */
public record Listening(String bind, String advertised, int port, int managementPort) {

    private static final String BIND = "CROSSDOCK_BIND_ADDRESS";
    private static final String ADVERTISED = "CROSSDOCK_ADVERTISED_HOST";
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERY_ADDRESS = "0.0.0.0";

    static Listening read(Variables variables) {
        String bind = variables.text(BIND, LOOPBACK);
        String advertised = variables.text(ADVERTISED, bind);
        if (advertised.equals(EVERY_ADDRESS)) {
            variables.problem(BIND + " is " + bind + ", expected " + ADVERTISED
                    + " with it: other instances cannot ask an address that is everybody's");
        }
        return new Listening(
                bind,
                advertised,
                variables.port("CROSSDOCK_PORT_APP", 8080),
                variables.port("CROSSDOCK_PORT_MANAGEMENT", 8081));
    }
}
