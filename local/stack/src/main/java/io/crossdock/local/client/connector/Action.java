package io.crossdock.local.client.connector;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Reply;

/** What a connector can be told to do. */
enum Action {
    PAUSE("PAUSED"),
    RESUME("RUNNING"),
    STOP("STOPPED"),
    RESTART("RUNNING");

    private final String aim;

    Action(String aim) {
        this.aim = aim;
    }

    /** Tells the connector at {@code path}. */
    Reply of(Api api, String path) {
        return switch (this) {
            case PAUSE -> api.put(Query.of(path + "/pause"));
            case RESUME -> api.put(Query.of(path + "/resume"));
            case STOP -> api.put(Query.of(path + "/stop"));
            case RESTART -> api.post(Query.of(path + "/restart").with("includeTasks", true), MissingNode.getInstance());
        };
    }

    /** Whether connector and tasks are what they were told to be. */
    boolean isReached(ConnectorState connector) {
        return connector.state().equals(aim)
                && connector.tasks().stream().allMatch(task -> task.state().equals(aim));
    }
}
