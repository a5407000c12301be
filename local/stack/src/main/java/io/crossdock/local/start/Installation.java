package io.crossdock.local.start;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the folder {@code connectors} says about this installation: its topics and its connectors. */
final class Installation {

    private final Workspace workspace;

    Installation(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Settings by topic. */
    Map<String, Map<String, String>> topics() {
        return new LinkedHashMap<>();
    }

    /** Configurations by connector, sources before sinks. */
    Map<String, Map<String, String>> connectors() {
        return new LinkedHashMap<>(Map.of());
    }

    @Override
    public String toString() {
        return "Installation[" + Secrets.file(workspace) + "]";
    }
}
