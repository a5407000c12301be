package io.crossdock.local.client;

import io.crossdock.local.layout.Port;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which instance of the application is asked. */
public final class ServerOption {

    private static final String VARIABLE = "CROSSDOCK_URL";

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description =
                    "The application (default: CROSSDOCK_URL, else http://127.0.0.1 and the port of the stack here).")
    private @Nullable String server;

    /** Where it is. */
    public Address address() {
        String url = server != null ? server : System.getenv(VARIABLE);
        return Address.of(
                url != null ? url : Port.APP.url(),
                "start the stack with `./crossdock up`, or name another server with --server or " + VARIABLE);
    }
}
