package io.crossdock.local.prove.subscribers;

import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.prove.Check;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The example consumer in another language reads {@code orders.status} as plain Avro, with the schema from the registry. */
public final class NodeConsumer {

    private static final String WHAT = "a Node consumer reads orders.status as plain Avro";

    private NodeConsumer() {}

    /** Installs the two libraries of the example if they are missing, and runs it. */
    public static Check check(Workspace workspace) {
        if (!Tool.exists("node") || !Tool.exists("npm")) {
            return Check.notRun(WHAT, "node and npm are not installed (Debian: apt-get install nodejs npm)");
        }
        Path example = workspace.root().resolve("docs/examples/node-consumer");
        if (!Files.isDirectory(example.resolve("node_modules"))) {
            Tool.Result install = Tool.run(example, "", List.of("npm", "ci", "--no-audit", "--no-fund"));
            if (install.exitCode() != 0) {
                return Check.notRun(WHAT, "npm ci in " + example + " failed: " + install.lastLine());
            }
        }
        Tool.Result result = Tool.run(
                example, "", List.of("node", "consume.mjs", Port.BROKER.address(), Port.REGISTRY.url(), "--once"));
        return new Check(WHAT, result.exitCode() == 0, result.lastLine());
    }
}
